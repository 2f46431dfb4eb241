import { describe, expect, it } from "vitest";
import { addressPairs, byFacet, facets, readAddress, searchAddress } from "#app/search/find/address.ts";

const read = (query: string) => readAddress(new URLSearchParams(query));
/** The address of what an address asks for. */
function again(query: string): string {
  const { words, filters, sort, without, like } = read(query);
  return searchAddress({ words, filters, sort, without, like });
}
const nothing = byFacet(() => []);

describe("the finder's address", () => {
  it("holds everything that was asked, and comes back as it was", () => {
    const address =
      "/search?q=street+lighting&kind=result&area=water&lang=pl&country=SE&country=DK&region=northern&size=50k_100k&grid=under_100&city-lang=sv&like=ghent&unlike=size&unlike=grid&sort=carbon&without=led";
    const { page, all, typedPage, ...same } = read(address.split("?")[1] ?? "");
    expect(searchAddress(same)).toBe(address);
    expect({ page, all, typedPage }).toEqual({ page: 1, all: null, typedPage: "1" });
    expect(same.like).toEqual({ city: "ghent", unlike: ["size", "grid"] });
    expect(searchAddress({ ...same, page: 3, all: "country" })).toBe(`${address}&page=3&all=country`);
  });

  it("leaves out what is left at its default", () => {
    expect(again("")).toBe("/search");
    expect(again("q=&sort=relevance&page=1&like=&unlike=size&without=led")).toBe("/search");
  });

  it("leaves out of a form what the form asks for itself", () => {
    const same = read("q=lamps&country=SE&like=ghent&unlike=size&sort=newest&without=led");
    expect(addressPairs(same, ["words", "without"])).toEqual([
      ["country", "SE"],
      ["like", "ghent"],
      ["unlike", "size"],
      ["sort", "newest"],
    ]);
    expect(addressPairs(same, ["like"]).map(([name]) => name)).toEqual(["q", "country", "sort", "without"]);
  });

  it("knows no page, order, reason or slug that does not exist", () => {
    expect(read("page=0").page).toBe(0);
    expect(read("page=99999").page).toBe(99_999);
    for (const page of ["", "-1", "1.5", "1e3", "abc", "9".repeat(20)]) expect(read(`page=${page}`).page, page).toBe(0);
    expect(read("sort=cheapest").sort).toBe("relevance");
    expect(read("like=ghent&unlike=weather&unlike=size").like).toEqual({ city: "ghent", unlike: ["size"] });
    expect(read("without=led&without=%3Cscript%3E").without).toEqual(["led"]);
  });

  it("takes any characters, and no end of them", () => {
    expect(read(`q=${encodeURIComponent("💡 \u0000 lamps\n")}`).words).toBe("💡   lamps");
    expect(read(`q=${"x".repeat(5000)}`).words).toHaveLength(200);
    expect(read(`q=${encodeURIComponent("💡".repeat(300))}`).words.isWellFormed()).toBe(true);
    expect(read(`like=${"g".repeat(500)}`).like?.city).toHaveLength(80);
    expect(read("country=SE&".repeat(500)).filters.country).toEqual(["SE"]);
    expect(read(Array.from({ length: 500 }, (_, n) => `country=${n}`).join("&")).filters.country).toHaveLength(30);
  });

  it("has a parameter of its own for each facet, and none that means something else", () => {
    const params = facets.map(({ param }) => param);
    const others = ["q", "sort", "page", "all", "without", "like", "unlike"];
    expect(new Set([...params, ...others]).size).toBe(params.length + others.length);
    expect(read("colour=red&__proto__=x&constructor=y").filters).toEqual(nothing);
  });
});
