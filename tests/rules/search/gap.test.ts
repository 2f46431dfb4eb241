import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgottenUntil, keepable, keptLocale, missedWords } from "#graphql/search/gap/rules.ts";

describe("what may be kept of a search that found nothing", () => {
  it.each([
    ["Éclairage  PUBLIC", "eclairage public"],
    ["“geothermal heat pumps”", "geothermal heat pumps"],
    ["φωτισμός δρόμων?", "φωτισμοσ δρομων"],
    ["vertical farming (schools), roofs & walls", "vertical farming schools roofs walls"],
    ["ISO 50001", "iso 50001"],
    ["5G", "5g"],
    ["CO₂ 2030", "co2 2030"],
    ["plan 2021-2027", "plan 2021 2027"],
    ["ville d'or", "ville d or"],
    ["European Union data set", "european union data set"],
    ["select a supplier", "select a supplier"],
  ])("keeps %s", (typed, kept) => {
    expect(keepable(typed)).toBe(kept);
  });

  it.each([
    ["nothing", ""],
    ["blanks", "  \u00a0 "],
    ["one letter", "a"],
    ["letters one by one", "a b c"],
    ["signs alone", "?!…"],
    ["an emoji", "😀"],
    ["a number alone", "2030"],
    ["an e-mail address", "anna.kowalska@example.org"],
    ["an e-mail address in wide letters", "anna＠example．org"],
    ["a web address", "https://example.org/page"],
    ["a web address without its beginning", "www.example"],
    ["a host", "example.org lamps"],
    ["a telephone number", "call 06 12 34 56 78"],
    ["a telephone number with a country", "+33 (0)6-12-34-56-78"],
    ["a telephone number in other digits", "٠٦١٢٣٤٥٦٧٨"],
    ["an account", "DE89 3704 0044 0532 0130 00"],
    ["a birthday", "Anna 12.3.80"],
    ["a birthday from the other end", "Anna 1980-03-12"],
    ["a machine's number", "10.0.0.1"],
    ["seven words", "one two three four five six seven"],
    ["81 letters", "x".repeat(81)],
    ["markup", "<script>alert(1)</script>"],
    ["a filter", "kind = practice"],
    ["a condition", "' OR 1=1; DROP TABLE practice; --"],
    ["a comment", "lamps --"],
    ["a statement", "drop table practice"],
    ["a question to a database", "select name from city"],
    ["a control sign", "lamps\u0007"],
    ["a hidden sign", "la\u200bmps"],
    ["half a letter", "\ud800"],
  ])("keeps nothing of %s", (_what, typed) => {
    expect(keepable(typed)).toBeNull();
  });

  it("never keeps more than six folded words, an address, or digits enough to reach someone", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("06", "12 34", "@", ".", "lamp", "+", "-"),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const kept = keepable(parts.join(""));
        if (kept === null) return;
        expect(kept).toMatch(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+){0,5}$/u);
        expect(kept.length).toBeLessThanOrEqual(160);
        expect(kept.replaceAll(" ", "")).not.toMatch(/\d{9}/);
        expect(keepable(kept) ?? kept).toBe(kept);
      }),
    );
  });
});

describe("what counts as missed", () => {
  const asked = { words: "Lamps", page: 1, filters: {} };

  it("is what nothing has itself, also where broader subjects were found", () => {
    expect(missedWords(asked, 0)).toBe("lamps");
    expect(missedWords({ ...asked, sort: "newest" }, 0)).toBeNull();
    expect(missedWords({ words: "Lamps", filters: { kind: [], area: null } }, 0)).toBe("lamps");
    expect(missedWords(asked, 1)).toBeNull();
  });

  it("is not what was narrowed, or lies beyond the first page", () => {
    expect(missedWords({ ...asked, filters: { country: ["FR"] } }, 0)).toBeNull();
    expect(missedWords({ ...asked, concepts: ["energy"] }, 0)).toBeNull();
    expect(missedWords({ ...asked, like: { city: "ghent" } }, 0)).toBeNull();
    expect(missedWords({ ...asked, page: 2 }, 0)).toBeNull();
    expect(missedWords({ ...asked, words: "" }, 0)).toBeNull();
  });

  it("has the language of the page, and nothing else in its place", () => {
    expect(keptLocale("fr", ["en", "fr"])).toBe("fr");
    expect(keptLocale("anna@example.org", ["en", "fr"])).toBe("und");
    expect(keptLocale(null, ["en", "fr"])).toBe("und");
  });

  it("is forgotten after twelve months", () => {
    expect(forgottenUntil("2026-11-22")).toBe("2025-11-22");
    expect(forgottenUntil("2028-02-29")).toBe("2027-02-28");
  });
});
