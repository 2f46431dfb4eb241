/** Cities that no map shows, on top of the demonstration network: what the pages and journeys are about. */
export const domain = "journeys.example";

export const cities = {
  /** French officers, five empty slots. */
  arbourg: { name: "Arbourg", countryCode: "FR", language: "fr", population: 98_000, reading: "fr" },
  /** Its target was met; a pilot that waits for the network; a draft inventory to fill; mail that runs in another country. */
  bellmere: {
    name: "Bellmere",
    countryCode: "NL",
    language: "nl",
    population: 264_000,
    reading: "en",
    signedOn: "2010-05-01",
    charter: "2009",
  },
  /** A German city: an inventory awaits the approver, and a baseline was replaced. */
  carnwerder: { name: "Carnwerder", countryCode: "DE", language: "de", population: 520_000, reading: "de" },
  /** A Polish city: an accepted pilot, another that is submitted, a corrected year and one for the coordinator. */
  dolnograd: { name: "Dolnograd", countryCode: "PL", language: "pl", population: 247_000, reading: "pl" },
  /** A practice, and a recalculation that is asked for because schools joined. */
  eskelund: { name: "Eskelund", countryCode: "SE", language: "sv", population: 166_000, reading: "en" },
  /** Its target is met by its country's electricity alone. */
  fontclara: {
    name: "Fontclara",
    countryCode: "ES",
    language: "es",
    population: 790_000,
    reading: "es",
    signedOn: "2015-04-01",
    charter: "2011",
  },
  /** Years that cannot be compared. */
  gorsmark: { name: "Gorsmark", countryCode: "NL", language: "nl", population: 360_000, reading: "nl" },
  /** A baseline that is the mean of two years, and nobody knows the day of its signature. */
  hollowmere: {
    name: "Hollowmere",
    countryCode: "LT",
    language: "lt",
    population: 590_000,
    reading: "lt",
    signedOn: null,
  },
  /** Late, and with the whole territory beside the administration. */
  jorvenne: {
    name: "Jorvenne",
    countryCode: "LV",
    language: "lv",
    population: 610_000,
    reading: "lv",
    signedOn: "2013-05-01",
    charter: "2011",
  },
  /** A signatory with nothing to show yet. */
  ilmarsaari: { name: "Ilmarsaari", countryCode: "FI", language: "fi", population: 255_000, reading: "fi" },
} as const;

export type Slug = keyof typeof cities;

/** Those whose editor and approver have accounts. */
export const staffed = ["arbourg", "bellmere", "carnwerder", "dolnograd", "eskelund"] as const;

/** The address of a city's editor or approver, or of someone in the secretariat. */
export function email(role: string, city?: (typeof staffed)[number]): string {
  return `${city ? `${role}.${city}` : role}@${domain}`;
}
