import { databaseFromEnvironment } from "#prisma/client.ts";
import { seedDemonstration, seedReference } from "#prisma/seed/seed.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import { fillFootprints } from "../footprint/seed.store.ts";
import { postgresEngine } from "../search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";

/** `npm run db:seed`: SEED=demonstration (default) fills the demonstration network, SEED=none only what every network needs. */
const database = await databaseFromEnvironment(process.env);
const { prisma } = database;
await seedReference(prisma);
if ((process.env.SEED ?? "demonstration") === "demonstration") {
  await seedDemonstration(prisma, systemClock.today());
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
const [cities, pilots, practices] = await Promise.all([
  prisma.city.count(),
  prisma.pilot.count(),
  prisma.practice.count(),
]);
console.log(`The network holds ${cities} cities, ${pilots} pilots and ${practices} practices.`);
await database.close();
