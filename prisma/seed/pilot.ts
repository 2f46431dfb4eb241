import type { Transaction } from "../client.ts";
import { common, figures, type PracticeFact, practiceFacts } from "./practice.ts";
import { dayColumn } from "./reference.ts";

/** How far an invented review of a demonstration pilot has come: it follows the evidence that the sources give. */
function demonstrationState({ results, ref }: PracticeFact) {
  const achieved = results.some(({ evidence }) => evidence === "claimed");
  if (achieved) return "accepted" as const;
  return results.length > 0 || ref % 2 === 0 ? ("submitted" as const) : ("draft" as const);
}

/** Invented decisions: signed off some weeks ago and, where the state says so, accepted today. */
function demonstrationReviews(state: ReturnType<typeof demonstrationState>, today: string) {
  if (state === "draft") return [];
  const weeksAgo = new Date(Date.parse(today) - 21 * 86_400_000);
  const signedOff = { decision: "signed_off" as const, decidedOn: weeksAgo, demonstration: true, createdAt: weeksAgo };
  const accepted = { decision: "accepted" as const, decidedOn: new Date(today), demonstration: true };
  return state === "accepted" ? [signedOff, accepted] : [signedOff];
}

/** The pilots that signatories run, from public sources, in the first free slot of each city. Reviews are demonstration data. */
export async function seedPilots(tx: Transaction, today: string): Promise<void> {
  const cities = new Map((await tx.city.findMany({ include: { accessions: true } })).map((city) => [city.slug, city]));
  const conceptIds = new Map((await tx.concept.findMany()).map(({ slug, id }) => [slug, id]));
  for (const fact of practiceFacts().filter(({ asPilot }) => asPilot)) {
    if (await tx.pilot.findUnique({ where: { slug: fact.slug } })) continue;
    const signatories = fact.cities
      .flatMap((slug) => cities.get(slug) ?? [])
      .filter(({ accessions }) => accessions.length > 0);
    const state = demonstrationState(fact);
    const { summary, problem, solution, translation } = fact;
    const pilot = await tx.pilot.create({
      data: {
        ...common(fact),
        ...figures(fact, conceptIds),
        slug: fact.slug,
        state,
        purpose: summary,
        description: [problem, solution].filter(Boolean).join("\n\n") || null,
        acceptedOn: state === "accepted" ? dayColumn(today) : null,
        demonstration: true,
        reviews: { create: demonstrationReviews(state, today) },
        translations: translation
          ? {
              create: {
                language: translation.language,
                origin: "machine",
                sourceVersion: 1,
                title: translation.title,
                purpose: translation.summary,
                description: [translation.problem, translation.solution].filter(Boolean).join("\n\n") || null,
              },
            }
          : undefined,
      },
    });
    for (const [index, city] of signatories.entries()) {
      const taken = await tx.pilotCity.findMany({ where: { cityId: city.id } });
      const slot = [1, 2, 3, 4, 5].find((number) => !taken.some((share) => share.slot === number)) ?? null;
      const earlyStartAccepted = state === "accepted" && fact.ref % 3 !== 0;
      await tx.pilotCity.create({
        data: { pilotId: pilot.id, cityId: city.id, lead: index === 0, slot, earlyStartAccepted },
      });
    }
  }
}

/** Invented log entries, so that a demonstration shows pilots on track, at risk, late and silent. */
export async function seedLogs(tx: Transaction, today: string): Promise<void> {
  const pilots = await tx.pilot.findMany({
    where: { demonstration: true, entries: { none: {} } },
    orderBy: { slug: "asc" },
  });
  const daysFrom = (days: number) => new Date(Date.parse(today) + days * 86_400_000);
  for (const [index, pilot] of pilots.entries()) {
    const kind = index % 4;
    await tx.pilotEntry.create({
      data: {
        pilotId: pilot.id,
        enteredOn: daysFrom([-20, -45, -70, -140][kind] ?? -20),
        stage: pilot.stage ?? "under_way",
        language: "en",
        text: "Demonstration entry: the pilot was described from public sources and its state reported to the network.",
        nextMilestone:
          kind === 3 ? null : "Demonstration milestone: confirm the figures with the responsible department.",
        nextMilestoneOn: kind === 3 ? null : daysFrom([120, 20, -5, 0][kind] ?? 120),
        demonstration: true,
      },
    });
  }
}
