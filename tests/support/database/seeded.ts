import { encodeGlobalID } from "@pothos/plugin-relay";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { fillFootprints } from "#graphql/footprint/seed.store.ts";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";
import type { Prisma } from "#prisma/client.ts";
import { seedDemonstration, seedReference } from "#prisma/seed/seed.ts";
import { today } from "./today.ts";
import { type Choose, omitted } from "../schema/values.ts";

/** Fills a database with the demonstration network, as `npm run db:seed` does. */
export async function seed(prisma: Prisma): Promise<void> {
  await seedReference(prisma);
  await addDemonstration(prisma);
}

/** What the demonstration adds to the reference data. */
export async function addDemonstration(prisma: Prisma): Promise<void> {
  await seedDemonstration(prisma, today);
  const cities = await prisma.city.findMany({ select: { id: true } });
  await prisma.$transaction(
    async (tx) => {
      for (const { id } of cities) await refreshCity(tx, id);
    },
    { timeout: 120_000 },
  );
  await fillFootprints(prisma);
  await rebuildSearch(prisma, postgresEngine(prisma));
}

/** Arguments that would only make the answer smaller. */
const unasked = /^(filter|after|before|last|search|name|state|on)$/i;

/** Chooses slugs and ids of rows that a seeded network has: those of the field's type that have most to show. */
export async function seededChoice(prisma: Prisma): Promise<Choose> {
  const city = await prisma.city.findFirstOrThrow({
    where: { memberships: { some: {} }, pilots: { some: {} }, inventories: { some: { state: "published" } } },
    orderBy: { slug: "asc" },
  });
  const pilot = await prisma.pilot
    .findFirstOrThrow({ where: { state: "accepted", cities: { some: { cityId: city.id } } } })
    .catch(() => prisma.pilot.findFirstOrThrow({ where: { state: "accepted" }, orderBy: { slug: "asc" } }));
  const practice = await prisma.practice.findFirstOrThrow({ where: { state: "published" }, orderBy: { slug: "asc" } });
  const accession = await prisma.accession.findFirstOrThrow({ where: { cityId: city.id } });
  const inventory = await prisma.inventory.findFirstOrThrow({
    where: { cityId: city.id, state: "published", scope: "administration" },
    include: { factorSet: true, lines: { take: 1, orderBy: { position: "asc" } } },
    orderBy: { year: "desc" },
  });
  const ofFootprints: Record<string, Record<string, unknown>> = {
    Inventory: { city: city.slug, year: inventory.year, revision: inventory.revision, scope: inventory.scope },
    FactorSet: { code: inventory.factorSet.code },
  };
  const slugs: Record<string, string> = { City: city.slug, Pilot: pilot.slug, Practice: practice.slug };
  const ids: Record<string, string> = {
    City: city.id,
    Pilot: pilot.id,
    Practice: practice.id,
    Accession: accession.id,
  };
  const words: Record<string, string> = { locale: "fr", words: "energy", query: "energy" };
  return ({ name, owner, path, optional }, scalar) => {
    const chosen = ofFootprints[owner ?? ""]?.[name];
    if (chosen !== undefined) return chosen;
    if (name === "category") return inventory.lines[0]?.categoryCode;
    if (name === "slug") return slugs[owner ?? ""];
    if (scalar === "ID") {
      const type =
        Object.keys(ids).find((of) => path.toLowerCase().includes(of.toLowerCase())) ??
        (owner && owner in ids ? owner : "Accession");
      return encodeGlobalID(type, ids[type] ?? "");
    }
    if (scalar === "String" && name in words) return words[name];
    return optional && unasked.test(name) ? omitted : undefined;
  };
}
