import { standingOf } from "#graphql/city/rules.ts";
import { toPartialDate } from "#graphql/kernel/dates.ts";
import type { Jobs } from "#graphql/kernel/jobs.ts";
import type { Transaction } from "#prisma/client.ts";
import { counts } from "./counting.rules.ts";
import { accessionState, isSigned } from "./rules.ts";
import { governing, stepsOf } from "./store.ts";

/** Recomputes what a city's lists show of it: standing, charter text, signing date, counting pilots, listed or not.
 *  Call it in the transaction of every change to an accession, a pilot's state or a practice's place; the search index follows. */
export async function refreshCity(tx: Transaction, cityId: string, jobs?: Jobs): Promise<void> {
  // Whoever changes something of the same city at the same time waits here, and then counts this change too.
  await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR NO KEY UPDATE`;
  const before = await tx.city.findUniqueOrThrow({ where: { id: cityId }, select: shown });
  const accessions = await tx.accession.findMany({ where: { cityId }, include: { charterVersion: true } });
  const latest = governing(accessions);
  const steps = latest && stepsOf(latest);
  const standing = steps ? standingOf(accessionState(steps)) : "none";
  const signed =
    latest && steps && isSigned(steps)
      ? toPartialDate(latest.signedOn, latest.signedPrecision, latest.signedNotLaterThan)
      : null;
  const shares = await tx.pilotCity.findMany({ where: { cityId, confirmed: true }, include: { pilot: true } });
  const countingPilots = shares.filter(({ pilot, earlyStartAccepted }) => {
    const startedOn = toPartialDate(pilot.startedOn, pilot.startedPrecision);
    return counts({ state: pilot.state, startedOn, signed, earlyStartAccepted }).counts;
  }).length;
  const practices = await tx.practice.count({
    where: { state: "published", OR: [{ cityId }, { places: { some: { cityId } } }] },
  });
  const after = await tx.city.update({
    where: { id: cityId },
    select: shown,
    data: {
      standing,
      charterCode: latest?.charterVersion.code ?? null,
      signedOn: signed ? (latest?.signedOn ?? null) : null,
      countingPilots,
      listed: ["signatory", "withdrawn", "lapsed"].includes(standing) || practices > 0,
    },
  });
  const changed = before.listed !== after.listed || before.signedOn?.getTime() !== after.signedOn?.getTime();
  if (changed) await jobs?.send(tx, "search.index", { kind: "city", id: cityId });
}

const shown = { listed: true, signedOn: true } as const;
