import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { number } from "./number.ts";

let serial = 0;

/** The three charter texts with the rules that the domain facts give (made once per database). */
export async function makeCharter(prisma: Prisma) {
  const found = await prisma.charterVersion.findMany({ orderBy: { year: "asc" } });
  if (found.length > 0) return found;
  const make = (code: string, adoptedOn: string, pilots: object, footprint: object, replicable: boolean) =>
    prisma.charterVersion.create({
      data: {
        code,
        year: Number(code),
        adoptedOn: new Date(adoptedOn),
        commitments: {
          create: [
            {
              kind: "pilots",
              position: 1,
              quantity: 5,
              replicable,
              communicateImpact: replicable,
              rules: { create: { inForceFrom: new Date(adoptedOn), ...pilots } as never },
            },
            {
              kind: "footprint",
              position: 2,
              percent: 30,
              rules: { create: { inForceFrom: new Date(adoptedOn), ...footprint } as never },
            },
          ],
        },
      },
    });
  const fixed = (date: string, wording: string) => ({ type: "fixed_date", date: new Date(date), wording });
  const within = (years: number) => ({ type: "years_after_signing", years, wording: "within" });
  return [
    await make("2009", "2009-11-27", fixed("2014-12-31", "before"), fixed("2020-12-31", "by"), false),
    await make("2011", "2011-01-01", within(5), within(10), false),
    await make("2016", "2016-01-01", within(5), within(10), true),
  ];
}

export type CityOptions = Partial<P.CityUncheckedCreateInput> & {
  /** The day of signing; null makes a candidate, undefined a signatory of 2024-05-01. */
  signedOn?: string | null;
  charter?: "2009" | "2011" | "2016";
};

/** A city with its accession; its charter is made when missing. */
export async function makeCity(prisma: Prisma, { signedOn, charter = "2016", ...overrides }: CityOptions = {}) {
  serial += 1;
  const versions = await makeCharter(prisma);
  const version = versions.find((entry) => entry.code === charter);
  const slug = `city-${number(serial)}`;
  const signed = signedOn === undefined ? "2024-05-01" : signedOn;
  const city = await prisma.city.create({
    data: {
      slug,
      name: `City ${number(serial)}`,
      countryCode: "FR",
      language: "fr",
      population: 120_000,
      ...overrides,
    },
  });
  await prisma.accession.create({
    data: {
      cityId: city.id,
      charterVersionId: version?.id ?? "",
      interestedOn: new Date("2023-01-01"),
      signedOn: signed ? new Date(signed) : null,
      signedPrecision: signed ? "day" : "unknown",
    },
  });
  await prisma.$transaction((tx) => refreshCity(tx, city.id));
  return prisma.city.findUniqueOrThrow({ where: { id: city.id } });
}
