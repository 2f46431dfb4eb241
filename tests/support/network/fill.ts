import { refreshCity } from "#graphql/charter/standing.store.ts";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";
import type { Prisma } from "#prisma/client.ts";
import { makeCity } from "../factories/city.ts";
import { makeAccount } from "../factories/identity.ts";
import { makePilot } from "../factories/pilot.ts";
import { makePractice, makeTool } from "../factories/practice.ts";
import { cities, email, type Slug, staffed } from "./cities.ts";
import { fillHistories } from "./footprints.ts";

/** Adds the invented cities with their people, pilots, practices and footprints to a network that has the reference data. */
export async function fillNetwork(prisma: Prisma): Promise<void> {
  const ids = {} as Record<Slug, string>;
  for (const [slug, { reading: _, ...facts }] of Object.entries(cities)) {
    const city = await makeCity(prisma, { signedOn: "2019-05-01", ...facts, slug, populationYear: 2024 });
    ids[slug as Slug] = city.id;
  }
  await prisma.accession.updateMany({
    where: { cityId: ids.hollowmere },
    data: { signedNotLaterThan: new Date("2014-07-01") },
  });
  await fillPeople(prisma, ids);
  await fillWork(prisma, ids);
  await fillHistories(prisma, ids);
  for (const id of Object.values(ids)) await prisma.$transaction((tx) => refreshCity(tx, id));
  await rebuildSearch(prisma, postgresEngine(prisma));
}

async function fillPeople(prisma: Prisma, ids: Record<Slug, string>): Promise<void> {
  const person = (role: string, more: { email: string; locale: string }) =>
    makeAccount(prisma, { ...more, name: `The ${role}`, emailVerified: true, demonstration: true });
  for (const role of ["coordinator", "reviewer", "administrator"] as const) {
    const { id: userId } = await person(role, { email: email(role), locale: "en" });
    await prisma.networkRole.create({ data: { userId, role } });
  }
  for (const slug of staffed) {
    const [cityId, { name, reading: locale }] = [ids[slug], cities[slug]];
    for (const role of ["editor", "approver"] as const) {
      const { id: userId } = await person(role, { email: email(role, slug), locale });
      await prisma.membership.create({ data: { userId, cityId, role } });
    }
    await prisma.contact.create({ data: { cityId, name: `Desk of ${name}`, email: email("desk", slug), shown: true } });
  }
}

async function fillWork(prisma: Prisma, ids: Record<Slug, string>): Promise<void> {
  const { bellmere, dolnograd, eskelund, fontclara } = ids;
  const accepted = { state: "accepted", acceptedOn: new Date("2026-10-01") } as const;
  const submitted = { reviews: { create: { decision: "signed_off", decidedOn: new Date("2026-10-01") } } } as const;
  const pilots = [
    {
      ...accepted,
      cityId: dolnograd,
      slot: 1,
      slug: "dolnograd-green-wave",
      title: "Zielona fala",
      language: "pl",
      contactId: null,
    },
    {
      ...submitted,
      cityId: dolnograd,
      slot: 2,
      slug: "dolnograd-shared-purchase",
      title: "Wspólny zakup",
      language: "pl",
    },
    {
      ...submitted,
      cityId: bellmere,
      slot: 1,
      slug: "bellmere-long-lives",
      title: "Long lives for devices",
      language: "en",
    },
  ] as const;
  for (const pilot of pilots) await makePilot(prisma, { state: "submitted", ...pilot });
  const repair = { slug: "eskelund-repair-first", title: "Repair first", concepts: ["street-lighting"] };
  const { id: practiceId } = await makePractice(prisma, { ...repair, cityId: eskelund });
  await makeTool(prisma, { practiceId, kind: "clause", title: "A clause on repair" });
  await makePractice(prisma, {
    cityId: fontclara,
    slug: "fontclara-dim-lamps",
    title: "Lamps that dim",
    language: "es",
  });
}
