import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress, searchAddress, facets } from "#app/search/find/address.ts";
import { dueBefore, isDue, pathOf, sameSearch, type SearchCriteria } from "#graphql/search/saved/rules.ts";

const at = (instant: string) => new Date(instant);
const now = at("2026-11-22T05:00:03Z");

describe("when a saved search is due", () => {
  it("is daily on the next day, even when the day's job runs a little earlier", () => {
    expect(isDue({ cadence: "daily", checkedUntil: at("2026-11-21T05:00:09Z") }, now)).toBe(true);
    expect(isDue({ cadence: "daily", checkedUntil: at("2026-11-21T23:59:59Z") }, now)).toBe(true);
    expect(isDue({ cadence: "daily", checkedUntil: at("2026-11-22T00:00:00Z") }, now)).toBe(false);
    expect(isDue({ cadence: "daily", checkedUntil: at("2026-11-22T04:59:03Z") }, now)).toBe(false);
  });

  it("is weekly seven days later", () => {
    expect(isDue({ cadence: "weekly", checkedUntil: at("2026-11-15T23:00:00Z") }, now)).toBe(true);
    expect(isDue({ cadence: "weekly", checkedUntil: at("2026-11-16T00:00:00Z") }, now)).toBe(false);
  });

  it("never is when it is only kept", () => {
    expect(isDue({ cadence: "none", checkedUntil: at("2020-01-01T00:00:00Z") }, now)).toBe(false);
  });

  it("does not change where clocks are put forward or back", () => {
    expect(dueBefore("daily", at("2026-03-29T05:00:00Z"))).toEqual(at("2026-03-29T00:00:00Z"));
    expect(dueBefore("weekly", at("2026-10-25T05:00:00Z"))).toEqual(at("2026-10-19T00:00:00Z"));
  });
});

const nothing: SearchCriteria = { words: "", filters: {}, without: [], like: null, likeWithout: [] };

describe("the address of a saved search", () => {
  it("is everything where nothing was asked for", () => {
    expect(pathOf(nothing)).toBe("/search");
  });

  it("is what the finder reads, and writes itself", () => {
    const value = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== "");
    const names = facets.map(({ name }) => name);
    const criteria = fc.record({
      words: fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/\p{Cc}/gu, "").trim()),
      filters: fc.dictionary(fc.constantFrom(...names), fc.uniqueArray(value, { minLength: 1, maxLength: 3 })),
      without: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { maxLength: 3 }),
      like: fc.option(fc.stringMatching(/^[a-z0-9-]{1,20}$/)),
      likeWithout: fc.subarray(["size", "region", "grid", "language"]),
    });
    fc.assert(
      fc.property(criteria, (one) => {
        const address = pathOf(one);
        const read = readAddress(new URL(address, "https://quintet.example").searchParams);
        expect(read.words).toBe(one.words);
        for (const name of names) expect(read.filters[name]).toEqual(one.filters[name] ?? []);
        expect(read.like).toEqual(one.like ? { city: one.like, unlike: one.likeWithout } : null);
        expect(read.without).toEqual(one.words ? one.without : []);
        expect(new URLSearchParams(searchAddress({ ...read, all: undefined }).slice(7)).size).toBe(
          new URLSearchParams(address.slice(7)).size,
        );
      }),
    );
  });
});

describe("the same search", () => {
  const asked = { ...nothing, words: "light", filters: { country: ["PL", "SE"] }, locale: "en" };

  it("is the same in whatever order it was chosen", () => {
    expect(sameSearch(asked, { ...asked, filters: { country: ["SE", "PL"] } })).toBe(true);
    expect(sameSearch(asked, { ...asked, filters: { country: ["SE"] } })).toBe(false);
    expect(sameSearch(asked, { ...asked, like: "ghent" })).toBe(false);
  });

  it("is another one in another language, if it has words", () => {
    expect(sameSearch(asked, { ...asked, locale: "fr" })).toBe(false);
    expect(sameSearch({ ...asked, words: "" }, { ...asked, words: "", locale: "fr" })).toBe(true);
  });
});
