import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GridBand, gridBandsOf, type Region, regionOf } from "./rules.ts";
import { type SizeBand, sizeBand } from "../rules.ts";

const file = join(process.cwd(), "content", "reference", "footprint", "grid.json");
const bands = gridBandsOf(JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof gridBandsOf>[0]);

/** In what a city can be like another, as search documents hold it and facets count it. */
export type Likenesses = { citySize: SizeBand; region: Region; grid: GridBand; cityLanguage: string };

export function likenessesOf(city: { population: number | null; countryCode: string; language: string }): Likenesses {
  return {
    citySize: sizeBand(city.population),
    region: regionOf(city.countryCode),
    grid: bands.get(city.countryCode) ?? "unknown",
    cityLanguage: city.language,
  };
}
