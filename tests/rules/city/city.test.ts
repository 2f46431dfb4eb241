import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizeBand } from "#graphql/city/rules.ts";
import { slugify } from "#graphql/kernel/slug.ts";

describe("size bands", () => {
  test.each([
    [0, "under_50k"],
    [49_999, "under_50k"],
    [50_000, "50k_100k"],
    [99_999, "50k_100k"],
    [100_000, "100k_250k"],
    [249_999, "100k_250k"],
    [250_000, "250k_500k"],
    [499_999, "250k_500k"],
    [500_000, "over_500k"],
    [null, "unknown"],
    [undefined, "unknown"],
    [-1, "unknown"],
    [Number.NaN, "unknown"],
  ])("%s inhabitants: %s", (population, band) => {
    expect(sizeBand(population)).toBe(band);
  });
});

describe("address words", () => {
  test.each([
    ["Nantes Métropole", "nantes-metropole"],
    ["Nice Côte d’Azur", "nice-cote-d-azur"],
    ["Łódź", "lodz"],
    ["Gdańsk–Gdynia", "gdansk-gdynia"],
    ["Malmö", "malmo"],
    ["Straßburg", "strassburg"],
    ["Reykjavík", "reykjavik"],
    ["Θεσσαλονίκη", "thessaloniki"],
    ["ΑΘΗΝΑ", "athina"],
    ["Εύβοια", "evvoia"],
    ["Ναύπλιο", "nafplio"],
    ["Αγγελόκαστρο", "angelokastro"],
    ["София", "sofia"],
    ["Стара Загора", "stara-zagora"],
    ["  The  Hague ", "the-hague"],
    ["上海", "4e0a-6d77"],
    ["   ", ""],
  ])("%s: %s", (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  test("are safe in an address, stay as they are, and are empty only for a blank name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const slug = slugify(name);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugify(slug)).toBe(slug);
        expect(slug === "").toBe(name.trim() === "");
      }),
      { numRuns: 500 },
    );
  });
});
