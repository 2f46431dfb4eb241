import { averageIntensity, electricityMaps } from "@tgwf/co2/data";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { type FactorFact, factorSetFacts, type GridFact, gridFacts } from "#prisma/seed/footprint.ts";
import { reference } from "#prisma/seed/reference.ts";

const units = { embodied: "kgCO2e", energy: "kWh/year", lifetime: "years" };
/** How far low and high are from the value at least, so that an interval never narrows where a city's own figure is missing. */
const reach = { embodied: 0.3, energy: 0.3, lifetime: 0.2 };
const gridReach = 0.05;
const texts = [
  "unit",
  "rangeBasis",
  "sourceTitle",
  "sourceUrl",
  "geography",
  "lifeCycle",
  "licence",
  "version",
] as const;
const numbers = ["value", "low", "high"] as const;

const categories = reference<{ code: string; group: string; position: number }[]>("footprint/categories.json");
const sets = factorSetFacts();
const factors = sets.flatMap((set) =>
  set.factors.map((factor) => [`${set.code} ${factor.category} ${factor.kind}`, factor] as const),
);
const grid = gridFacts().map((fact) => [`${fact.country} ${fact.year} ${fact.series}`, fact] as const);

/** What is wrong with a factor: missing provenance, numbers that are none, a range that is too narrow. */
function faults(fact: Partial<FactorFact> | Partial<GridFact>, least: number): string[] {
  const missing = texts.filter((key) => !fact[key]?.trim()).map((key) => `${key} is missing`);
  const year = fact.publicationYear;
  if (!Number.isInteger(year) || (year ?? 0) < 1990) missing.push("publicationYear is missing");
  if (fact.sourceUrl && !URL.canParse(fact.sourceUrl)) missing.push("sourceUrl is no address");
  const odd = numbers.filter((key) => !/^\d+(\.\d+)?$/.test(fact[key] ?? "") || Number(fact[key]) <= 0);
  if (odd.length > 0) return [...missing, ...odd.map((key) => `${key} is no positive number`)];
  const [value, low, high] = numbers.map((key) => new Decimal(fact[key] ?? 0)) as [Decimal, Decimal, Decimal];
  if (low.gt(value.mul(1 - least))) missing.push("low is too near to the value");
  if (high.lt(value.mul(1 + least))) missing.push("high is too near to the value");
  return missing;
}

/** What is wrong with a device factor, beyond that. */
function deviceFaults(fact: Partial<FactorFact>): string[] {
  const { kind, category } = fact;
  if (!kind || !(kind in units)) return ["kind is unknown"];
  const found = faults(fact, reach[kind]);
  if (fact.unit && fact.unit !== units[kind]) found.push("the unit is not that of its kind");
  if (!categories.some(({ code }) => code === category)) found.push("category is unknown");
  return found;
}

describe("device factors", () => {
  it.each(factors)("%s has provenance and a range", (_title, factor) => {
    expect(deviceFaults(factor)).toEqual([]);
  });

  it("come once for each set, category and kind", () => {
    const titles = factors.map(([title]) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(sets.map((set) => [set.code, set] as const))("of %s stand under a header with its source", (_code, set) => {
    const { factors: _, ...header } = set;
    expect(Object.entries(header).filter(([, value]) => value === "" || value === null)).toEqual([]);
    expect(Object.keys(header).toSorted()).toEqual([
      "code",
      "licence",
      "note",
      "position",
      "publicationYear",
      "publisher",
      "sourceTitle",
      "sourceUrl",
      "title",
      "version",
    ]);
    expect(set.note).toContain(set.code === "ademe-2025" ? "0.037887" : "Medians");
  });

  // Copied by hand from the published tables: manufacture in kg, kWh a year, years of use.
  it.each([
    ["ademe-2025", "laptop", "185.09", "39.75", "5"],
    ["ademe-2025", "desktop", "211.46", "210", "6"],
    ["ademe-2025", "monitor", "69.84", "100", "6"],
    ["ademe-2025", "smartphone", "79.516", "6.75", "2.5"],
    ["ademe-2025", "basic_phone", "23.4", undefined, "2.5"],
    ["ademe-2025", "meeting_screen", "340.16", "97.5", "8"],
    ["ademe-2025", "internet_box", "63.04", "96", "5"],
    ["boavizta-2023", "laptop", "236", "18.8", "4"],
    ["boavizta-2023", "monitor", "333", "40.9", "6"],
    ["boavizta-2023", "server", "1215", "1529", "4"],
    ["boavizta-2023", "printer", undefined, "19", "5"],
  ])("of %s say of a %s what the source says", (code, category, ...values) => {
    const own = sets.find((set) => set.code === code)?.factors.filter((factor) => factor.category === category) ?? [];
    const of = (kind: string) => own.find((factor) => factor.kind === kind)?.value;
    expect([of("embodied"), of("energy"), of("lifetime")]).toEqual(values);
  });

  it("leave a gap where the source has no figure", () => {
    const of = (code: string) =>
      new Set(sets.find((set) => set.code === code)?.factors.map(({ category }) => category));
    expect(["server", "switch", "printer"].filter((category) => of("ademe-2025").has(category))).toEqual([]);
    expect(["switch", "cooling", "cloud_compute"].filter((category) => of("boavizta-2023").has(category))).toEqual([]);
  });
});

describe("categories", () => {
  it("have codes and positions of their own", () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    expect(categories.map(({ position }) => position)).toEqual(categories.map((_, index) => index + 1));
  });
});

describe("grid factors", () => {
  it.each(grid)("%s has provenance and a range", (_title, fact) => {
    expect(faults(fact, gridReach)).toEqual([]);
    expect(fact.unit).toBe("gCO2e/kWh");
    expect(fact.country).toMatch(/^[A-Z]{2}$/);
  });

  it.each(grid.filter(([, { series }]) => series !== "eea"))(
    "%s is what the installed package holds",
    (_title, fact) => {
      const zone = electricityMaps[`yearly${fact.year}`]?.data[fact.country];
      const average = averageIntensity.data[alpha3[fact.country] ?? ""];
      expect(Number(fact.value)).toBe(fact.series === "ember" ? average : zone?.carbonIntensity.value);
    },
  );

  // The years are those that Ember's release gives; the package keeps only the values.
  it.each([
    ["FR", 2024, "44.18"],
    ["PL", 2024, "614.98"],
    ["SE", 2024, "35.89"],
    ["IS", 2023, "28.33"],
    ["UA", 2022, "250.47"],
    ["EU", 2024, "213.02"],
  ])("of Ember for %s in %i is %s", (country, year, value) => {
    const found = grid.map(([, fact]) => fact).find((fact) => fact.series === "ember" && fact.country === country);
    expect(found).toMatchObject({ year, value });
  });
});

describe("the check itself", () => {
  const sound = factors[0]?.[1] as FactorFact;
  it.each([...texts, ...numbers, "publicationYear", "kind", "category"] as const)(
    "refuses a factor without %s",
    (key) => {
      const { [key]: _, ...broken } = sound;
      expect(deviceFaults(broken).join()).toContain(key);
      expect(deviceFaults({ ...sound, [key]: "" }).join()).toContain(key);
    },
  );

  it.each([
    ["a value below its low", { value: "1" }],
    ["a low that is too near", { low: new Decimal(sound.value).mul("0.71").toFixed() }],
    ["a high that is too near", { high: new Decimal(sound.value).mul("1.29").toFixed() }],
    ["a negative number", { low: "-1" }],
    ["a number with a comma", { value: "185,09" }],
    ["another kind's unit", { unit: "years" }],
    ["an unknown category", { category: "gramophone" }],
    ["words for an address", { sourceUrl: "in the library" }],
  ])("refuses %s", (_title, change) => {
    expect(deviceFaults({ ...sound, ...change })).toHaveLength(1);
  });
});

const alpha3: Record<string, string> = Object.fromEntries(
  `AL ALB AT AUT BA BIH BE BEL BG BGR CH CHE CY CYP CZ CZE DE DEU DK DNK EE EST ES ESP EU EU FI FIN FR FRA GB GBR GE GEO
   GR GRC HR HRV HU HUN IE IRL IS ISL IT ITA LT LTU LU LUX LV LVA MD MDA ME MNE MK MKD MT MLT NL NLD NO NOR PL POL
   PT PRT RO ROU RS SRB SE SWE SI SVN SK SVK TR TUR UA UKR`
    .split(/\s+/)
    .flatMap((code, index, all) => (index % 2 === 0 ? [[code, all[index + 1] ?? ""]] : [])),
);
