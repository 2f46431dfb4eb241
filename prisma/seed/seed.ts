import type { Prisma } from "../client.ts";
import { seedCharter, seedSignatories } from "./charter.ts";
import { seedCities } from "./city.ts";
import { seedVocabulary } from "./concept.ts";
import { seedFootprintReference } from "./footprint.ts";
import { seedFootprints } from "./footprint-demonstration.ts";
import { seedPeople } from "./people.ts";
import { seedLogs, seedPilots } from "./pilot.ts";
import { seedPractices } from "./practice.ts";
import { seedTools } from "./tool.ts";

const patience = { timeout: 120_000, maxWait: 20_000 };

/** What every network needs: the charter's texts, the vocabulary, indicators, units and the footprint's factors. May be run again. */
export async function seedReference(prisma: Prisma): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await seedCharter(tx);
    await seedVocabulary(tx);
    await seedFootprintReference(tx);
  }, patience);
}

/** The demonstration network: sourced signatories, practices and pilots; invented people, logs, reviews and inventories. May be run again. */
export async function seedDemonstration(prisma: Prisma, today: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await seedCities(tx);
    await seedSignatories(tx);
    await seedPilots(tx, today);
    await seedLogs(tx, today);
    await seedPractices(tx, today);
    await seedTools(tx);
    await seedPeople(tx);
    await seedFootprints(tx);
  }, patience);
}
