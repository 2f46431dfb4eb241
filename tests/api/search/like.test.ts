import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { type CityOptions, makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";
import { makePractice } from "../../support/factories/practice.ts";

const api = useApi();

type Reason = { reason: string; value: string; used: boolean };
type Found = {
  total: number;
  ignored: string[];
  hits: { practice: { slug: string } | null; city: { slug: string } | null }[];
  facets: { name: string; values: { value: string; count: number; selected: boolean }[] }[];
  like: { city: { slug: string; name: string }; reasons: Reason[] } | null;
};

const document = `query($words: String, $filters: SearchFilters, $like: LikeInput) {
  search(words: $words, filters: $filters, like: $like, pageSize: 50) { total ignored
    hits { practice { slug } city { slug } } facets { name values { value count selected } }
    like { city { slug name } reasons { reason value used } } } }`;

async function search(variables: object, person: string | null = null): Promise<Found> {
  const { data, errors } = await api().ask(person, document, variables);
  expect(errors).toBeUndefined();
  return data?.search as Found;
}
const slugs = ({ hits }: Found) => hits.map(({ practice, city }) => (practice ?? city)?.slug).toSorted();
const counts = ({ facets }: Found, name: string) =>
  Object.fromEntries(
    facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

/** A city with one practice of the same slug; both found by the word axolotl. */
async function place(slug: string, options: CityOptions) {
  const { prisma, search: engine } = api();
  const city = await makeCity(prisma, { slug, name: `Axolotl ${slug}`, ...options });
  const practice = await makePractice(prisma, { slug: `in-${slug}`, title: "Axolotl", cityId: city.id });
  await indexRow(prisma, engine, "city", city.id);
  await indexRow(prisma, engine, "practice", practice.id);
  return city;
}

beforeAll(async () => {
  await place("mine", { countryCode: "FR", language: "fr", population: 300_000 });
  await place("twin", { countryCode: "FR", language: "fr", population: 260_000 });
  await place("swiss", { countryCode: "CH", language: "fr", population: 400_000 });
  await place("small", { countryCode: "FR", language: "fr", population: 20_000 });
  await place("german", { countryCode: "DE", language: "de", population: 300_000 });
  await place("greek", { countryCode: "GR", language: "el", population: null });
  await place("cypriot", { countryCode: "CY", language: "el", population: null });
});

describe("cities like mine", () => {
  it("narrows by every reason, names each, and leaves the city itself out, but not its practices", async () => {
    const found = await search({ words: "axolotl", like: { city: "mine" } });
    expect(found.like).toEqual({
      city: { slug: "mine", name: "Axolotl mine" },
      reasons: [
        { reason: "size", value: "250k_500k", used: true },
        { reason: "region", value: "western", used: true },
        { reason: "grid", value: "under_100", used: true },
        { reason: "language", value: "fr", used: true },
      ],
    });
    expect(slugs(found)).toEqual(["in-mine", "in-swiss", "in-twin", "swiss", "twin"]);
    expect(found.total).toBe(5);
    expect(slugs(await search({ words: "axolotl", like: { city: "mine" }, filters: { kind: ["city"] } }))).toEqual([
      "swiss",
      "twin",
    ]);
  });

  it("goes without a reason that is taken away", async () => {
    const cities = { words: "axolotl", filters: { kind: ["city"] } };
    const size = await search({ ...cities, like: { city: "mine", without: ["size"] } });
    expect(slugs(size)).toEqual(["small", "swiss", "twin"]);
    expect(size.like?.reasons[0]).toEqual({ reason: "size", value: "250k_500k", used: false });
    const german = await search({ ...cities, like: { city: "mine", without: ["language", "grid"] } });
    expect(slugs(german)).toEqual(["german", "swiss", "twin"]);
    const all = await search({ ...cities, like: { city: "mine", without: ["size", "region", "grid", "language"] } });
    expect(slugs(all)).toEqual(["cypriot", "german", "greek", "small", "swiss", "twin"]);
  });

  it("does not take what is not known for a likeness", async () => {
    const found = await search({ words: "axolotl", like: { city: "cypriot" }, filters: { kind: ["city"] } });
    expect(found.like?.reasons).toEqual([
      { reason: "size", value: "unknown", used: false },
      { reason: "region", value: "other", used: false },
      { reason: "grid", value: "over_400", used: true },
      { reason: "language", value: "el", used: true },
    ]);
    expect(found.hits).toEqual([]);
    const less = { words: "axolotl", like: { city: "cypriot", without: ["grid"] }, filters: { kind: ["city"] } };
    expect(slugs(await search(less))).toEqual(["greek"]);
  });

  it("counts only what choosing a value would find, and does not collapse", async () => {
    const like = { city: "mine" };
    const all = await search({ words: "axolotl", like });
    expect(counts(all, "citySize")).toEqual({ "250k_500k": 5 });
    expect(counts(all, "country")).toEqual({ FR: 3, CH: 2 });
    const swiss = await search({ words: "axolotl", like, filters: { country: ["CH"] } });
    expect([swiss.total, counts(swiss, "country")]).toEqual([2, { FR: 3, CH: 2 }]);
    expect(counts(swiss, "kind")).toEqual({ practice: 1, city: 1 });
    const both = await search({ words: "axolotl", like, filters: { citySize: ["under_50k"] } });
    expect([both.total, counts(both, "citySize")]).toEqual([0, { "250k_500k": 5, under_50k: 0 }]);
    for (const country of ["FR", "CH"])
      expect((await search({ words: "axolotl", like, filters: { country: [country] } })).total, country).toBe(
        counts(all, "country")[country],
      );
  });

  it("goes on without a city that does not exist, or that this viewer does not see", async () => {
    const hidden = await makeCity(api().prisma, { slug: "hidden", signedOn: null });
    const editor = await makeMember(api().prisma, hidden.id);
    const all = await search({ words: "axolotl" });
    for (const city of ["hidden", "nowhere", `x" OR 1 = 1`, ""]) {
      const found = await search({ words: "axolotl", like: { city } });
      expect([found.total, found.ignored, found.like]).toEqual([all.total, [`like:${city}`], null]);
    }
    expect((await search({ words: "axolotl", like: { city: "a".repeat(5000) } })).ignored[0]).toHaveLength(65);
    const own = await search({ words: "axolotl", like: { city: "hidden" } }, editor);
    expect([own.ignored, own.like?.city.slug]).toEqual([[], "hidden"]);
  });

  it("refuses a reason that there is not", async () => {
    const { errors } = await api().ask(null, document, { like: { city: "mine", without: ["weather"] } });
    expect(errors?.[0]?.message).toContain("weather");
  });
});
