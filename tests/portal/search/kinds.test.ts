import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePractice, makeTool } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal({ filling: "reference" });

/** A practice of Lund with two figures and a tool; one of Łódź with neither, in machine translation. */
beforeAll(async () => {
  const { prisma, api } = portal();
  const swedish = { countryCode: "SE", language: "sv", population: 94_000, populationYear: 2024 };
  const lund = await makeCity(prisma, { ...swedish, name: "Lund" });
  const lodz = await makeCity(prisma, { countryCode: "PL", name: "Łódź", language: "pl", signedOn: null });
  const lamps = await makePractice(prisma, { cityId: lund.id, title: "Lamps that dim", slug: "lamps-that-dim" });
  const common = { practiceId: lamps.id, unitCode: "t_co2", direction: "reduction", span: "year" } as const;
  await prisma.result.create({
    data: {
      ...common,
      ...{ indicatorCode: "co2_reduction", value: 1234.5, evidence: "monitored", sourceTitle: "Report" },
      ...{ periodStart: new Date("2023-01-01"), periodEnd: new Date("2023-12-31") },
    },
  });
  await prisma.result.create({
    data: { ...common, indicatorCode: "co2_reduction_share", unitCode: "percent", value: 40, evidence: "target" },
  });
  await makeTool(prisma, {
    practiceId: lamps.id,
    title: "Lamp planner",
    url: "https://code.example.org/lamps",
    licence: "EUPL-1.2",
  });
  const meters = await makePractice(prisma, { cityId: lodz.id, title: "Liczniki w szkołach", language: "pl" });
  await prisma.practiceTranslation.create({
    data: {
      practiceId: meters.id,
      language: "en",
      origin: "machine",
      sourceVersion: 1,
      title: "Meters in schools",
      summary: "Short.",
    },
  });
  for (const { id } of [lamps, meters]) await indexRow(prisma, api.search, "practice", id);
  for (const { id } of [lund, lodz]) await indexRow(prisma, api.search, "city", id);
});

/** The page's main part, with addresses as they are and without React's marks between texts. */
async function get(query: string, locale = "en") {
  const { status, html } = await portal().get(`/${locale}/search${query}`);
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return { status, main: main.replaceAll("&amp;", "&").replaceAll("<!-- -->", "") };
}
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("the kinds", () => {
  it("stand above the results with their counts, which stay when one is chosen", async () => {
    const links = (html: string) =>
      [...html.matchAll(/<a href="([^"]+)"( aria-current="true")?>([^<]+) <small>(\d+)<\/small>/g)].map(
        ([, href, current, label, count]) => [label, Number(count), href, current !== undefined],
      );
    const all = (await get("")).main;
    expect(links(all)).toEqual([
      ["Everything", 7, "/en/search", true],
      ["Practices", 2, "/en/search?kind=practice", false],
      ["Figures", 2, "/en/search?kind=result", false],
      ["Tools", 1, "/en/search?kind=tool", false],
      ["Cities", 2, "/en/search?kind=city", false],
    ]);
    expect(links((await get("?kind=tool&sort=newest")).main)).toEqual([
      ["Everything", 7, "/en/search?sort=newest", false],
      ["Practices", 2, "/en/search?kind=practice&sort=newest", false],
      ["Figures", 2, "/en/search?kind=result&sort=newest", false],
      ["Tools", 1, "/en/search?kind=tool&sort=newest", true],
      ["Cities", 2, "/en/search?kind=city&sort=newest", false],
    ]);
  });

  it("stay chosen when words or filters are sent", async () => {
    const { main } = await get("?kind=city&q=lund");
    expect(main.match(/<input type="hidden" name="kind" value="city"\/>/g)).toHaveLength(2);
    expect(main).toContain('<input type="hidden" name="q" value="lund"/>');
  });
});

describe("a figure", () => {
  it("says how much, when, how well it is known, of what and where", async () => {
    const { main } = await get("?kind=result&evidence=monitored");
    expect(main).toContain('href="/en/practices/lamps-that-dim#results">CO₂ emissions avoided: 1,234.5 t CO₂</a>');
    const text = textOf(main);
    expect(text).toContain("Result · Lund, Sweden");
    expect(text).toContain("Reduction · per year · 2023");
    expect(text).toContain("Practice: Lamps that dim");
    expect(text).toContain("Evidence: Monitored");
    expect(textOf((await get("?kind=result&evidence=monitored", "de")).main)).toContain("1.234,5 t CO₂");
  });

  it("says before all else that it is a target", async () => {
    const { main } = await get("?kind=result&evidence=target");
    expect(textOf(main)).toContain("Target or expectation, not a result · Lund, Sweden");
    expect(main).toContain(">Target – CO₂ emissions (share): 40 % (Reduction)</a>");
    expect(main).not.toContain(">Result · ");
  });
});

describe("other kinds", () => {
  it("a tool says what it is, under which licence, where it leads and where it comes from", async () => {
    const { main } = await get("?kind=tool");
    const text = textOf(main);
    expect(main).toContain('href="/en/practices/lamps-that-dim#tools">Lamp planner</a>');
    expect(text).toContain("Tool · Software · Lund, Sweden");
    expect(text).toContain("Licence: EUPL-1.2");
    expect(main).toContain('<a href="https://code.example.org/lamps">Opens code.example.org</a>');
    expect(text).toContain("Practice: Lamps that dim");
  });

  it("a city says its country, its size and when it signed, as far as that is known", async () => {
    const { main } = await get("?kind=city");
    const text = textOf(main);
    expect(text).toContain("City · Sweden");
    expect(text).toContain("94,000 inhabitants (2024) · Signatory · Signed: 1 May 2024");
    expect(text).toMatch(/Łódź City · Poland 120,000 inhabitants · (?!Signatory)/);
  });

  it("a translation says that it is one, and by whom", async () => {
    const { main } = await get("?q=meters&kind=practice");
    expect(main).toContain('<h3 lang="en">');
    expect(textOf(main)).toContain("Machine translation from Polish");
    expect((await get("?q=liczniki&kind=practice", "de")).main).toContain('<h3 lang="pl">');
  });
});

describe("saved carbon", () => {
  it("orders what has a figure first, and shows it; a gap is said in words", async () => {
    const { main } = await get("?kind=practice&sort=carbon");
    const hits = main.split("<h3").slice(1).map(textOf);
    expect(hits[0]).toContain("Lamps that dim");
    expect(hits[0]).toContain("Saves 1,230 t CO₂e per year");
    expect(hits[1]).toContain("No figure for saved carbon per year");
    expect(textOf((await get("?kind=practice")).main)).not.toContain("Saves 1,230");
  });
});

describe("what makes cities alike", () => {
  it("can be chosen, and the city's language is shown on demand", async () => {
    const first = (await get("")).main;
    expect(first).toMatch(/name="region" value="northern"\/> Northern Europe<small>5<\/small>/);
    expect(first).toMatch(/name="grid" value="over_400"\/> Over 400 g CO₂e\/kWh/);
    expect(first).not.toContain('name="city-lang"');
    expect(first).toContain('<a href="/en/search?all=city-lang">Language of the city: show all 2</a>');
    expect((await get("?all=city-lang")).main).toContain('name="city-lang" value="pl"/> Polish<small>2</small>');
    expect((await get("?city-lang=pl")).main).toContain('name="city-lang" checked="" value="pl"/>');
  });
});

describe("bad input", () => {
  it("is answered with a page", async () => {
    const odd = ["?q=%F0%9F%92%A1", "?kind=wizard&kind=tool&region=mars", "?grid=under_100&country=PL&region=southern"];
    for (const query of odd) expect((await get(query)).status, query).toBe(200);
    expect((await get("?kind=tool&region=mars")).main).toContain("Region of Europe: “mars”");
    for (const page of ["0", "99999"]) {
      const { status, main } = await get(`?kind=result&sort=carbon&page=${page}`);
      expect(status).toBe(404);
      expect(main).toContain('href="/en/search?kind=result&sort=carbon">First page');
    }
  });

  it("offers to drop one of filters that contradict each other", async () => {
    const { main } = await get("?kind=practice&country=PL&region=northern");
    expect(main).toContain(
      '<a href="/en/search?kind=practice&country=PL">Without the filter Region of Europe: 1 result</a>',
    );
    expect(main).toContain(
      '<a href="/en/search?kind=practice&region=northern">Without the filter Country: 1 result</a>',
    );
  });
});
