import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { makeCity } from "./city.ts";
import { number } from "./number.ts";

let serial = 0;

/** Two indicators of different dimensions with their units (made once per database). */
export async function makeIndicators(prisma: Prisma): Promise<void> {
  const units = [
    { code: "percent", dimension: "share", symbol: "%" },
    { code: "kWh", dimension: "energy", symbol: "kWh" },
  ];
  const indicators = [
    {
      code: "energy_reduction_share",
      dimension: "share",
      defaultUnit: "percent",
      labels: { en: "Energy saved", fr: "Énergie économisée" },
    },
    { code: "building_energy_use", dimension: "energy", defaultUnit: "kWh" },
  ];
  await prisma.unit.createMany({ data: units, skipDuplicates: true });
  await prisma.indicator.createMany({ data: indicators, skipDuplicates: true });
}

/** A concept with an English and a French label. */
export async function makeConcept(prisma: Prisma, slug: string, labels: { en: string; fr: string }) {
  const texts = Object.entries(labels).map(([locale, text]) => ({ locale, text, source: "quintet" }));
  return prisma.concept.create({ data: { slug, scheme: "quintet", labels: { create: texts } } });
}

export type PilotOptions = Partial<P.PilotUncheckedCreateInput> & {
  /** The lead city; made when missing. */
  cityId?: string;
  slot?: number | null;
  /** Nothing but a title; otherwise the pilot lacks only sign-off and review. */
  bare?: boolean;
};

/** A pilot of one city, ready to be signed off unless `bare`. */
export async function makePilot(prisma: Prisma, options: PilotOptions = {}) {
  serial += 1;
  const { cityId = (await makeCity(prisma)).id, slot = 1, bare = false, ...overrides } = options;
  await makeIndicators(prisma);
  const contact = bare
    ? null
    : await prisma.contact.create({
        data: { cityId, name: `Contact ${number(serial)}`, email: "contact@example.org" },
      });
  const full = {
    purpose: "Saves energy in schools.",
    area: "buildings",
    role: "measurement_monitoring",
    stage: "under_way",
    startedOn: new Date("2025-01-01"),
    startedPrecision: "month",
    replicationConditions: "Meters that can be read.",
    replicationCost: "EUR 20 000 a building.",
    replicationSkills: "One data analyst.",
    impactCommunicated: "A public evening.",
    contactId: contact?.id,
    scale: { create: { kind: "buildings", value: 40 } },
    entries: {
      create: { enteredOn: new Date("2026-11-01"), stage: "under_way", language: "fr", text: "Compteurs posés." },
    },
    results: {
      create: {
        indicatorCode: "energy_reduction_share",
        unitCode: "percent",
        value: 12.5,
        direction: "reduction",
        evidence: "monitored",
        sourceTitle: "Energy report 2025",
      },
    },
  } as const;
  const data: P.PilotUncheckedCreateInput = {
    slug: `pilot-${number(serial)}`,
    title: `Pilot ${number(serial)}`,
    language: "fr",
    ...(bare ? {} : full),
    ...overrides,
    cities: { create: { cityId, lead: true, slot } },
  };
  const pilot = await prisma.pilot.create({ data, include: { results: true } });
  await prisma.$transaction((tx) => refreshCity(tx, cityId));
  return { ...pilot, cityId };
}

/** Lets another city share the pilot, as invited or as joined. */
export async function sharePilot(prisma: Prisma, pilotId: string, cityId: string, slot: number | null) {
  await prisma.pilotCity.create({ data: { pilotId, cityId, slot, confirmed: slot !== null } });
  await prisma.$transaction((tx) => refreshCity(tx, cityId));
}
