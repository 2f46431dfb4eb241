import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gridBandOf, gridBandsOf, regionOf } from "#graphql/city/likeness/rules.ts";
import { likenessesOf } from "#graphql/city/likeness/search.ts";
import { reasonsOf, withinOf } from "#graphql/search/like/rules.ts";

describe("the part of Europe", () => {
  it.each([
    ["northern", "DK EE FI GB IE IS LT LV NO SE"],
    ["western", "AT BE CH DE FR LI LU MC NL"],
    ["southern", "AL AD BA ES GR HR IT ME MK MT PT RS SI SM"],
    ["eastern", "BG BY CZ HU MD PL RO RU SK UA"],
    ["other", "CY TR GE US XK ?? fr"],
  ])("%s", (region, countries) => {
    for (const country of countries.split(" ")) expect(regionOf(country), country).toBe(region);
  });
});

describe("the carbon of a country's electricity", () => {
  it("has bands that begin with their lower bound", () => {
    const bands = [0, 99.99, 100, 249.9, 250, 399.99, 400, 1200].map(gridBandOf);
    expect(bands).toEqual([
      ...["under_100", "under_100", "100_to_250", "100_to_250"],
      ...["250_to_400", "250_to_400", "over_400", "over_400"],
    ]);
    for (const nothing of [null, undefined, NaN, -1, Infinity]) expect(gridBandOf(nothing)).toBe("unknown");
  });

  it("is taken from the newest factor of Ember, in whatever order they come", () => {
    const factor = (country: string, year: number, value: string, series = "ember") => ({
      ...{ country, year, value, series },
    });
    const bands = gridBandsOf([
      factor("FR", 2024, "44.18"),
      factor("FR", 2019, "450"),
      factor("PL", 2020, "90"),
      factor("PL", 2024, "614.98"),
      factor("PL", 2025, "80", "electricity_maps"),
      factor("XX", 2024, "80", "eea"),
    ]);
    expect(Object.fromEntries(bands)).toEqual({ FR: "under_100", PL: "over_400" });
  });

  it("is known for every country of the network's grid factors", () => {
    const factors = JSON.parse(readFileSync("content/reference/footprint/grid.json", "utf8")) as { country: string }[];
    for (const { country: countryCode } of factors)
      expect(likenessesOf({ countryCode, population: null, language: "en" }).grid, countryCode).not.toBe("unknown");
  });
});

describe("a city's reasons", () => {
  const nantes = likenessesOf({ countryCode: "FR", population: 320_000, language: "fr" });

  it("are its own values, each used until it is taken away", () => {
    expect(reasonsOf(nantes, ["grid"])).toEqual([
      { reason: "size", value: "250k_500k", used: true },
      { reason: "region", value: "western", used: true },
      { reason: "grid", value: "under_100", used: false },
      { reason: "language", value: "fr", used: true },
    ]);
    expect(withinOf(reasonsOf(nantes, ["grid"]))).toEqual({
      citySize: ["250k_500k"],
      region: ["western"],
      cityLanguage: ["fr"],
    });
    expect(withinOf(reasonsOf(nantes, ["size", "region", "grid", "language"]))).toEqual({});
  });

  it("are none where nothing is known, or where the value only says that it is not in the list", () => {
    const somewhere = likenessesOf({ countryCode: "XX", population: null, language: "el" });
    expect(reasonsOf(somewhere, [])).toEqual([
      { reason: "size", value: "unknown", used: false },
      { reason: "region", value: "other", used: false },
      { reason: "grid", value: "unknown", used: false },
      { reason: "language", value: "el", used: true },
    ]);
    expect(withinOf(reasonsOf(somewhere, []))).toEqual({ cityLanguage: ["el"] });
  });
});
