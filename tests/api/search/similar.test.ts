import { beforeAll, describe, expect, it } from "vitest";
import { fallbackEngine } from "#graphql/search/index/fallback.store.ts";
import { indexRow } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";
import { makePractice, type PracticeOptions } from "../../support/factories/practice.ts";

const api = useApi({ filling: "reference" });

type Similar = { practice: { slug: string }; concepts: { slug: string }[]; sameArea: boolean; sameRole: boolean };

async function similar(slug: string, first: number | null = 4, person: string | null = null): Promise<Similar[]> {
  const query = `query($slug: String!, $first: Int) { practice(slug: $slug) { similar(first: $first) {
    practice { slug title city { slug } } concepts { slug label(locale: "fr") } sameArea sameRole } } }`;
  const { data, errors } = await api().ask(person, query, { slug, first });
  expect(errors).toBeUndefined();
  return (data?.practice as { similar: Similar[] } | undefined)?.similar ?? [];
}
const slugs = (found: Similar[]) => found.map(({ practice }) => practice.slug);

async function indexed(slug: string, options: PracticeOptions) {
  const practice = await makePractice(api().prisma, { slug, title: "Rows", area: null, role: null, ...options });
  await indexRow(api().prisma, api().search, "practice", practice.id);
  return practice;
}

beforeAll(async () => {
  const traits = { area: "cross_sector", role: "control_automation" } as const;
  await indexed("lamps", { concepts: ["street-lighting", "open-data"], ...traits });
  await indexed("both", { concepts: ["street-lighting", "open-data"], language: "el", title: "Ρολά" });
  await indexed("rare", { concepts: ["open-data"] });
  await indexed("near", { concepts: ["street-lighting"], ...traits, publishedOn: new Date("2020-01-01") });
  await indexed("new", { concepts: ["street-lighting"], publishedOn: new Date("2026-10-01") });
  await indexed("titled", { title: "Straßenbeleuchtung", language: "de", publishedOn: new Date("2024-01-01") });
  await indexed("narrower", { concepts: ["smart-street-lighting"], area: "cross_sector" });
  await indexed("buses", { concepts: ["electric-bus"], ...traits });
  await indexed("nothing", { ...traits });
});

describe("similar practices", () => {
  it("are about the same, in any language, and say why", async () => {
    const found = await similar("lamps", 10);
    expect(slugs(found)).toEqual(["both", "rare", "near", "new", "titled", "narrower"]);
    expect(found[0]).toMatchObject({
      concepts: [{ slug: "open-data" }, { slug: "street-lighting", label: "éclairage" }],
      sameArea: false,
      sameRole: false,
    });
    expect(found[2]).toMatchObject({ concepts: [{ slug: "street-lighting" }], sameArea: true, sameRole: true });
    expect(found[5]).toMatchObject({ concepts: [{ slug: "street-lighting" }], sameArea: true, sameRole: false });
    expect(slugs(await similar("lamps"))).toEqual(["both", "rare", "near", "new"]);
    expect(slugs(await similar("lamps", 1))).toEqual(["both"]);
    for (const first of [0, -5]) expect(await similar("lamps", first), String(first)).toEqual([]);
    expect(await similar("lamps", 1000)).toHaveLength(6);
  });

  it("are none where nothing is shared: the same area alone is no likeness", async () => {
    expect(await similar("buses")).toEqual([]);
    expect(await similar("nothing")).toEqual([]);
  });

  it("are only those that the viewer may see, even from a stale index", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma);
    const editor = await makeMember(prisma, city.id);
    const secret = await indexed("secret", { concepts: ["street-lighting", "open-data"], cityId: city.id });
    expect(slugs(await similar("lamps"))).toContain("secret");
    await prisma.practice.update({ where: { id: secret.id }, data: { state: "draft" } });
    expect(slugs(await similar("lamps"))).not.toContain("secret");
    expect(slugs(await similar("lamps", 4, editor))).toContain("secret");
    await indexRow(prisma, api().search, "practice", secret.id);
    expect(slugs(await similar("lamps", 10, editor))).not.toContain("secret");
    expect(slugs(await similar("secret", 2, editor)), "a draft by what its author chose").toEqual(["both", "lamps"]);
  });

  it("are answered by PostgreSQL where Meilisearch does not answer", async () => {
    const complaints: unknown[] = [];
    const mirror = { isCurrent: () => true, suspect: (error: unknown) => complaints.push(error), note: async () => {} };
    const away = () => Promise.reject(new Error("away"));
    const engine = fallbackEngine(api().search, { name: "meilisearch", search: away, similar: away }, mirror);
    const { id } = await api().prisma.practice.findUniqueOrThrow({ where: { slug: "lamps" } });
    const request = { kind: "practice", id, concepts: ["open-data"], most: 5 } as const;
    expect(await engine.similar(request)).toEqual(await api().search.similar(request));
    expect(complaints).toHaveLength(1);
  });

  it("cost what they read, so that nobody asks them of a whole list", async () => {
    const list = (of: number) => `{ practices(first: ${of}) { edges { node { slug
      similar(first: 1000) { sameArea practice { slug } concepts { slug } } } } } }`;
    expect((await api().ask(null, list(20))).errors).toBeUndefined();
    expect((await api().ask(null, list(50))).errors?.[0]?.extensions?.code).toBe("TOO_COMPLEX");
  });
});
