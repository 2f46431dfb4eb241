import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";
import { makePractice, type PracticeOptions } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal({ filling: "reference" });
const slugs = { murcia: "", cordoba: "", malmo: "" };
let murciaId = "";

async function indexed(options: PracticeOptions) {
  const { prisma, api } = portal();
  const practice = await makePractice(prisma, options);
  await indexRow(prisma, api.search, "practice", practice.id);
  return practice;
}

/** Two Spanish cities alike in everything, and a Swedish one that is only as large. */
beforeAll(async () => {
  const { prisma, api } = portal();
  const spanish = { countryCode: "ES", language: "es", population: 330_000 };
  const murcia = await makeCity(prisma, { ...spanish, name: "Murcia", slug: "murcia" });
  const cordoba = await makeCity(prisma, { ...spanish, name: "Córdoba", slug: "cordoba" });
  const malmo = await makeCity(prisma, {
    ...{ countryCode: "SE", language: "sv", population: 350_000, name: "Malmö", slug: "malmo" },
  });
  murciaId = murcia.id;
  Object.assign(slugs, { murcia: murcia.slug, cordoba: cordoba.slug, malmo: malmo.slug });
  await indexRow(prisma, api.search, "city", malmo.id);
  const lighting = { area: "public_lighting" as const, concepts: ["street-lighting"] };
  await indexed({ cityId: cordoba.id, title: "Luces nuevas", language: "es", slug: "luces-nuevas", ...lighting });
  await indexed({ cityId: malmo.id, title: "Nya lampor", language: "sv", slug: "nya-lampor", ...lighting });
  await indexed({ cityId: malmo.id, title: "Waste heat", slug: "waste-heat", area: "energy_networks" });
  await indexed({ cityId: malmo.id, title: "Zwirbel", language: "sv", slug: "zwirbel", bare: true });
});

async function get(path: string, cookie?: string) {
  const { status, html, headers } = await portal().get(`/en${path}`, { cookie });
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return { status, headers, html, main: main.replaceAll("&amp;", "&").replaceAll("<!-- -->", "") };
}
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const tagsOf = (html: string) =>
  [...html.matchAll(/class="tag remove" href="([^"]+)"><span class="hidden">[^<]+<\/span> <span>([^<]+)/g)].map(
    ([, href, label]) => [label, href],
  );

describe("practices from cities like one", () => {
  it("say why the cities are alike, and let each reason be taken away, and the whole", async () => {
    const { main } = await get("/search?kind=practice&like=murcia");
    expect(textOf(main)).toContain("From cities like Murcia");
    expect(main).toContain("Luces nuevas");
    expect(main).not.toContain("Nya lampor");
    const tags = tagsOf(main);
    expect(tags.map(([label]) => label)).toEqual([
      "about as large: 250,000 to 500,000 inhabitants",
      "region: Southern Europe",
      "electricity: 100 to 250 g CO₂e/kWh",
      "language: Spanish",
    ]);
    expect(tags[3]?.[1]).toBe("/en/search?kind=practice&like=murcia&unlike=language");
    expect(main).toContain('<a href="/en/search?kind=practice">From all cities again</a>');
  });

  it("widen as reasons go, and come back", async () => {
    const { main } = await get("/search?kind=practice&like=murcia&unlike=region&unlike=grid&unlike=language");
    expect(main).toContain("Nya lampor");
    expect(tagsOf(main)).toHaveLength(1);
    expect(main).toContain(
      '<a href="/en/search?kind=practice&like=murcia">Look for everything they have in common again</a>',
    );
  });

  it("stay in force for other words, filters, orders and pages", async () => {
    const { main } = await get("/search?q=luces&like=murcia&unlike=grid");
    expect(main.match(/<input type="hidden" name="like" value="murcia"\/>/g)).toHaveLength(2);
    expect(main.match(/<input type="hidden" name="unlike" value="grid"\/>/g)).toHaveLength(2);
  });

  it("are offered for any city, and first for one's own", async () => {
    const anonymous = (await get("/search")).main;
    expect(anonymous).toContain('<a href="/en/search?all=like">From cities like …</a>');
    expect(anonymous).not.toContain("<select");
    const { prisma, signIn } = portal();
    const cookie = await signIn(await makeMember(prisma, murciaId));
    const { main } = await get("/search?all=like&q=luces", cookie);
    expect(main).toContain('<a href="/en/search?q=luces&like=murcia">From cities like Murcia</a>');
    expect(
      [...(/name="like".*?<\/select>/s.exec(main)?.[0] ?? "").matchAll(/<option value="([^"]+)"/g)].map(
        ([, slug]) => slug,
      ),
    ).toEqual(["murcia", "cordoba", "malmo"]);
  });

  it("are found from the city's own page", async () => {
    const { main } = await get(`/cities/${slugs.murcia}`);
    expect(main).toContain('<a href="/en/search?kind=practice&like=murcia">Practices from cities like Murcia</a>');
  });

  it("of a city that does not exist are those of all cities, and the page says so", async () => {
    for (const city of ["atlantis", "%3Cb%3E", "%00", "💡"]) {
      const { status, main } = await get(`/search?like=${city}`);
      expect(status, city).toBe(200);
      expect(tagsOf(main)).toEqual([]);
    }
    const { main } = await get("/search?kind=practice&like=atlantis");
    expect(main).toContain("There is no city “atlantis” in the network");
    expect(main).toContain("Nya lampor");
    expect(main).not.toContain('value="atlantis"');
  });
});

describe("where nothing is found", () => {
  it("a single reason is offered to be dropped, or the whole", async () => {
    const { main } = await get("/search?kind=practice&area=energy_networks&like=murcia&unlike=region&unlike=grid");
    expect(main).toContain(
      '<a href="/en/search?kind=practice&area=energy_networks&like=murcia&unlike=region&unlike=grid&unlike=language">Without “language: Spanish”: 1 result</a>',
    );
    expect(main).toContain('<a href="/en/search?kind=practice&area=energy_networks">From all cities: 1 result</a>');
  });

  it("shows the nearest in another language", async () => {
    const { main } = await get("/search?q=zwirbel&lang=es&kind=practice");
    expect(textOf(main)).toContain("Nearest in other languages");
    expect(main).toContain("/en/practices/zwirbel");
  });

  it("shows the nearest by meaning, or anywhere, and where to ask", async () => {
    const quoted = (await get("/search?q=%22street+lighting+at+sea%22")).main;
    expect(quoted).toContain("Nearest by what the words mean");
    expect(quoted).toContain("/en/practices/luces-nuevas");
    const { main } = await get("/search?q=street+lighting&country=PL");
    expect(main).toContain("<h3>Nearest without the filters</h3>");
    expect(main).toContain("/en/practices/luces-nuevas");
    expect(main).toContain('href="/en/search/ask?q=street+lighting"');
  });
});

describe("similar practices", () => {
  it("stand on a practice's page with the reason", async () => {
    const { main } = await get("/practices/luces-nuevas");
    const similar = main.slice(main.indexOf("Similar practices"));
    expect(similar).toContain("/en/practices/nya-lampor");
    expect(similar).toContain("also about: lighting");
    expect(similar).toContain("same area: Public lighting");
    expect(similar).toContain("Written in Swedish");
    expect(similar).not.toContain("/en/practices/waste-heat");
  });
});

describe("suggestions", () => {
  it("are JSON for whoever types, from two letters on", async () => {
    const { html, headers } = await get("/search/suggestions?q=malm");
    expect(headers.get("content-type")).toContain("application/json");
    expect(headers.get("cache-control")).toBe("private, max-age=60");
    expect(JSON.parse(html)).toEqual({
      suggestions: expect.arrayContaining([expect.objectContaining({ kind: "city", text: "Malmö" })]),
    });
    for (const few of ["", "m", "%20m%20", "💡"])
      expect(JSON.parse((await get(`/search/suggestions?q=${few}`)).html), few).toEqual({ suggestions: [] });
  });

  it("are written as the thesaurus writes them", async () => {
    const { html } = await portal().get("/de/search/suggestions?q=oeffentlicher");
    expect(JSON.parse(html)).toEqual({
      suggestions: expect.arrayContaining([{ kind: "concept", text: "Öffentlicher Verkehr", lang: "de" }]),
    });
  });

  it("survive whatever is typed, and never hold a draft", async () => {
    await indexed({ title: "Secret lamps", state: "draft" });
    for (const words of ["secret", "'; DROP TABLE", "%25%25", "__", "x".repeat(5000), "💡💡", "\\\\", "((("]) {
      const { status, html } = await get(`/search/suggestions?q=${encodeURIComponent(words)}`);
      expect(status, words.slice(0, 20)).toBe(200);
      expect(html).not.toContain("Secret lamps");
    }
  });
});
