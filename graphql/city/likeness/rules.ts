/** What makes two cities alike beside their size and language: the part of Europe, and the carbon of the country's electricity. */

export const regions = ["northern", "western", "southern", "eastern", "other"] as const;
export type Region = (typeof regions)[number];

export const gridBands = ["under_100", "100_to_250", "250_to_400", "over_400", "unknown"] as const;
export type GridBand = (typeof gridBands)[number];

/** Countries by ISO 3166-1 alpha-2. Source: United Nations Statistics Division, M49 standard, sub-regions of Europe (150). */
const countries: Record<Exclude<Region, "other">, readonly string[]> = {
  northern: "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ".split(" "),
  western: "AT BE CH DE FR LI LU MC NL".split(" "),
  southern: "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA".split(" "),
  eastern: "BG BY CZ HU MD PL RO RU SK UA".split(" "),
};

/** The M49 sub-region of Europe that a country is in; `other` for all that M49 places elsewhere (Cyprus, Georgia, Türkiye) or not at all. */
export function regionOf(country: string): Region {
  return regions.find((region) => region !== "other" && countries[region].includes(country)) ?? "other";
}

/** The band of a grid's emission factor in g CO2e/kWh; each band begins with its lower bound. */
export function gridBandOf(gramsPerKwh: number | null | undefined): GridBand {
  if (gramsPerKwh == null || !Number.isFinite(gramsPerKwh) || gramsPerKwh < 0) return "unknown";
  if (gramsPerKwh < 100) return "under_100";
  if (gramsPerKwh < 250) return "100_to_250";
  return gramsPerKwh < 400 ? "250_to_400" : "over_400";
}

type Factor = { country: string; year: number; series: string; value: string };

/** The band of every country that has an Ember factor, by its newest year. */
export function gridBandsOf(factors: readonly Factor[]): ReadonlyMap<string, GridBand> {
  const newest = new Map<string, Factor>();
  for (const factor of factors) {
    const known = newest.get(factor.country);
    if (factor.series === "ember" && (!known || known.year < factor.year)) newest.set(factor.country, factor);
  }
  return new Map([...newest].map(([country, { value }]) => [country, gridBandOf(Number(value))]));
}
