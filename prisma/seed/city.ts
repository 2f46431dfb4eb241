import type { Transaction } from "../client.ts";
import { reference } from "./reference.ts";

type CityFact = {
  slug: string;
  country: string;
  names: Record<string, string>;
  type: "commune" | "metropolis" | "agency_led" | "region_group";
  language: string;
  population: number | null;
  populationYear: number | null;
  populationSource: string | null;
  latitude: number;
  longitude: number;
};

/** Signatories and other places of practices, with their names in several languages. Existing cities are left as they are. */
export async function seedCities(tx: Transaction): Promise<void> {
  for (const { country, names, ...fact } of reference<CityFact[]>("cities.json")) {
    if (await tx.city.findUnique({ where: { slug: fact.slug } })) continue;
    const { latitude, longitude, slug, type, language, population, populationYear, populationSource } = fact;
    await tx.city.create({
      data: {
        slug,
        type,
        language,
        population,
        populationYear,
        latitude,
        longitude,
        populationSource: population === null ? null : populationSource,
        countryCode: country,
        name: names[language] ?? names.en ?? slug,
        names: { create: Object.entries(names).map(([locale, name]) => ({ locale, name })) },
      },
    });
  }
}
