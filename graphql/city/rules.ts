/** Classes of population that cities are compared in. */
export const citySizes = ["under_50k", "50k_100k", "100k_250k", "250k_500k", "over_500k", "unknown"] as const;
export type SizeBand = (typeof citySizes)[number];

/** The size band of a city by inhabitants; each band begins with its lower bound. */
export function sizeBand(population: number | null | undefined): SizeBand {
  if (population == null || !Number.isFinite(population) || population < 0) return "unknown";
  if (population < 50_000) return "under_50k";
  if (population < 100_000) return "50k_100k";
  if (population < 250_000) return "100k_250k";
  return population < 500_000 ? "250k_500k" : "over_500k";
}

export type CityStanding = "none" | "interested" | "adopting" | "signatory" | "withdrawn" | "lapsed";

/** How a city stands towards the charter, from the state of its latest accession. */
export function standingOf(state: string): CityStanding {
  if (state === "interested" || state === "withdrawn" || state === "lapsed") return state;
  return state === "adopting" || state === "application_received" ? "adopting" : "signatory";
}
