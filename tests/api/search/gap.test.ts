import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "#graphql/kernel/clock.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { mostKept, shownFrom } from "#graphql/search/gap/rules.ts";
import { keepGaps, openGaps, purgeGaps } from "#graphql/search/gap/store.ts";
import { indexRow } from "#graphql/search/index/store.ts";
import { refreshThesaurus } from "#graphql/search/understand/store.ts";
import { today, useApi } from "../../support/api.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeConcept } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";

/** What was looked for and not found is kept by its words alone, and shown to the secretariat once it was asked often enough. */
const api = useApi();

async function search(variables: object, person: string | null = null) {
  const query = `query($words: String, $locale: String, $filters: SearchFilters, $page: Int, $concepts: [String!]) {
    search(words: $words, locale: $locale, filters: $filters, page: $page, concepts: $concepts) { total } }`;
  const { data, errors } = await api().ask(person, query, variables);
  expect(errors).toBeUndefined();
  return (data?.search as { total: number } | undefined)?.total;
}

async function kept() {
  await api().gaps.settle();
  const rows = await api().prisma.searchGap.findMany({ orderBy: { words: "asc" } });
  return rows.map(({ words, locale, count }) => `${words} ${locale} ${count}`);
}

type Shown = { words: string; locale: string | null; count: number; concepts: { slug: string }[]; lastOn: string };
const listed =
  "query($first: Int) { searchGaps(first: $first) { words locale count concepts { slug } firstOn lastOn } }";

beforeAll(async () => {
  const { prisma } = api();
  const practice = await makePractice(prisma, { title: "Lamps that dim" });
  await indexRow(prisma, api().search, "practice", practice.id);
});

describe("a search that found nothing", () => {
  it("is kept by its folded words, language and day, once for one occasion", async () => {
    for (const words of ["Géothermie  Profonde", "geothermie profonde", "“géothermie” profonde"])
      expect(await search({ words, locale: "fr" })).toBe(0);
    expect(await kept()).toEqual(["geothermie profonde fr 1"]);
    const row = await api().prisma.searchGap.findFirstOrThrow();
    const day = new Date(today);
    expect(row).toEqual({
      words: "geothermie profonde",
      locale: "fr",
      concepts: [],
      count: 1,
      firstOn: day,
      lastOn: day,
    });
  });

  it("is not kept when something was found, it was narrowed, without words, or may not be kept", async () => {
    const before = await kept();
    expect(await search({ words: "lamps" })).toBe(1);
    for (const variables of [
      { words: "zeppelins", filters: { country: ["FR"] } },
      { words: "zeppelins", concepts: ["no-such-concept"] },
      { words: "zeppelins", page: 2 },
      { words: " " },
      { words: "anna.kowalska@example.org" },
      { words: "+33 6 12 34 56 78" },
      { words: "https://example.org/zeppelins" },
      { words: "<script>alert(1)</script>" },
      { words: "' OR 1=1; --" },
      { words: "x".repeat(5000) },
    ])
      await search(variables);
    expect(await kept()).toEqual(before);
  });

  it("keeps the same whoever asks, and no locale that does not exist", async () => {
    const person = await makePerson(api().prisma);
    await search({ words: "Zeppelin moorings", locale: "anna@example.org" }, person);
    await api().gaps.settle();
    const row = await api().prisma.searchGap.findFirstOrThrow({ where: { words: "zeppelin moorings" } });
    expect(row.locale).toBe("und");
    expect(JSON.stringify(row)).not.toContain(person);
  });

  it("is kept too when only something broader was found, with what it was taken for", async () => {
    const { prisma } = api();
    const narrow = await makeConcept(prisma, "airship", { en: "dirigible balloon", fr: "ballon dirigeable" });
    const broad = await makeConcept(prisma, "aircraft", { en: "flying machine", fr: "machine volante" });
    await prisma.conceptBroader.create({ data: { conceptId: narrow.id, broaderId: broad.id } });
    const practice = await makePractice(prisma, { title: "Quieter skies", concepts: [broad.slug] });
    refreshThesaurus(prisma);
    await indexRow(prisma, api().search, "practice", practice.id);
    expect(await search({ words: "dirigible balloon", locale: "en" })).toBe(1);
    await api().gaps.settle();
    const row = await prisma.searchGap.findFirst({ where: { words: "dirigible balloon" } });
    expect(row?.concepts).toEqual([narrow.slug]);
  });
});

describe("keeping", () => {
  const day = new Date(today);
  const gap = (words: string) => ({ words, locale: "en", concepts: [] });

  it("counts one occasion more after ten minutes, and no robot's haste", async () => {
    const { prisma } = api();
    const logger = jsonLogger(() => {});
    let now = new Date(`${today}T12:00:00Z`);
    const gaps = openGaps({ prisma, logger, clock: { now: () => now, today: () => today } });
    for (let times = 0; times < 50; times += 1) {
      gaps.note({ words: "Robots", locale: "de", filters: {} }, [], 0);
      now = new Date(now.getTime() + 1000);
    }
    await gaps.settle();
    now = new Date(now.getTime() + 10 * 60_000);
    gaps.note({ words: "robots", locale: "de", filters: {} }, [], 0);
    await gaps.settle();
    expect((await prisma.searchGap.findFirst({ where: { words: "robots" } }))?.count).toBe(2);
  });

  it("fails without failing anybody", async () => {
    const logs: string[] = [];
    const broken = new Proxy(api().prisma, {
      get: (target, name) => {
        if (name === "$executeRaw") return () => Promise.reject(new Error("the disk is full"));
        return Reflect.get(target, name, target) as unknown;
      },
    });
    const logger = jsonLogger((line) => logs.push(line));
    const gaps = openGaps({ prisma: broken, logger, clock: fixedClock(`${today}T12:00:00Z`) });
    gaps.note({ words: "asbestos", filters: {} }, [], 0);
    await gaps.settle();
    expect(logs.join()).toContain("the disk is full");
    expect(logs.join()).not.toContain("asbestos");
    gaps.note({ words: null as unknown as string, filters: {} }, [], 0);
    await gaps.settle();
  });

  it("holds so many rows at most; the rarest and oldest make room", async () => {
    const { prisma } = api();
    await prisma.searchGap.deleteMany();
    const old = new Date("2026-03-01");
    await prisma.searchGap.createMany({
      data: Array.from({ length: mostKept }, (_, index) => ({
        ...{ words: `w${index}`, locale: "en", count: index === 0 ? 9 : 1, firstOn: old },
        lastOn: index === 1 ? old : day,
      })),
    });
    await keepGaps(prisma, [gap("fresh")], today);
    expect(await prisma.searchGap.count()).toBe(mostKept);
    const there = await prisma.searchGap.findMany({ where: { words: { in: ["w0", "w1", "fresh"] } } });
    expect(there.map(({ words }) => words).toSorted()).toEqual(["fresh", "w0"]);
    await prisma.searchGap.deleteMany();
  });

  it("forgets after twelve months", async () => {
    const { prisma } = api();
    await prisma.searchGap.deleteMany();
    await keepGaps(prisma, [gap("long ago")], "2025-11-22");
    await keepGaps(prisma, [gap("asked again")], "2025-01-01");
    await keepGaps(prisma, [gap("asked again")], "2025-11-23");
    await keepGaps(prisma, [gap("longer ago")], "2024-11-22");
    expect(await purgeGaps(prisma, "2025-11-22")).toBe(1);
    await api().handlers.daily([{}]);
    expect((await prisma.searchGap.findMany()).map(({ words }) => words)).toEqual(["asked again"]);
  });

  it("tells a day and nothing closer", async () => {
    const columns = await api().prisma.$queryRaw<{ name: string; type: string }[]>`
      SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'SearchGap' ORDER BY 1`;
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "concepts ARRAY",
      "count integer",
      "firstOn date",
      "lastOn date",
      "locale text",
      "words text",
    ]);
  });
});

describe("searchGaps", () => {
  it("shows the secretariat what was asked on three occasions, the most frequent first", async () => {
    const { prisma } = api();
    await prisma.searchGap.deleteMany();
    const { slug } = await makeConcept(prisma, "heat", { en: "Heat", fr: "Chaleur" });
    const missed = { words: "deep heat", locale: "en", concepts: [slug, "gone"] };
    for (const date of ["2026-11-01", "2026-11-09", "2026-11-03", "2026-11-02"]) await keepGaps(prisma, [missed], date);
    for (let times = 0; times < shownFrom; times += 1)
      await keepGaps(prisma, [{ words: "zeppelins", locale: "und", concepts: [] }], today);
    for (let times = 1; times < shownFrom; times += 1)
      await keepGaps(prisma, [{ words: "anna kowalska", locale: "en", concepts: [] }], today);
    const coordinator = await makeNetworkPerson(prisma);
    const { data } = await api().ask(coordinator, listed, {});
    expect(data?.searchGaps).toEqual([
      { words: "deep heat", locale: "en", count: 4, concepts: [{ slug }], firstOn: "2026-11-01", lastOn: "2026-11-09" },
      { words: "zeppelins", locale: null, count: 3, concepts: [], firstOn: today, lastOn: today },
    ]);
    const some = await api().ask(coordinator, listed, { first: 1 });
    expect((some.data?.searchGaps as Shown[] | undefined)?.map(({ words }) => words)).toEqual(["deep heat"]);
    for (const first of [0, -5, 100_000])
      expect((await api().ask(coordinator, listed, { first })).errors).toBeUndefined();
  });

  it("is refused to everyone else", async () => {
    const { prisma } = api();
    const approver = await makeMember(prisma, (await makeCity(prisma)).id, "approver");
    const reviewer = await makeNetworkPerson(prisma, "reviewer");
    for (const person of [null, approver, reviewer]) {
      const { data, errors } = await api().ask(person, listed, {});
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
      expect(data ?? null).toBeNull();
    }
  });
});
