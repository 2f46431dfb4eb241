import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice, type PracticeOptions } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();

async function indexed(options: PracticeOptions) {
  const { prisma, api } = portal();
  const practice = await makePractice(prisma, options);
  await indexRow(prisma, api.search, "practice", practice.id);
  return practice;
}

/** Eleven practices on lamps in two countries, a pilot, and a draft. */
beforeAll(async () => {
  const { prisma, api } = portal();
  const sweden = await makeCity(prisma, { countryCode: "SE", name: "Lund" });
  const poland = await makeCity(prisma, { countryCode: "PL", name: "Łódź" });
  for (let number = 1; number <= 11; number += 1) {
    await indexed({
      cityId: number < 9 ? sweden.id : poland.id,
      title: `Lamps that dim ${number}`,
      area: "public_lighting",
      language: number === 11 ? "pl" : "en",
    });
  }
  await indexed({ cityId: poland.id, title: "Meters in schools" });
  await indexed({ cityId: poland.id, title: "Lamps nobody may see", state: "draft" });
  const pilot = await makePilot(prisma, { title: "Lamps under test", state: "accepted", language: "en" });
  await indexRow(prisma, api.search, "pilot", pilot.id);
});

/** The page, with addresses as they are and without React's marks between texts. */
async function get(query: string, locale = "en") {
  const { status, html } = await portal().get(`/${locale}/search${query}`);
  return { status, html: html.replaceAll("&amp;", "&").replaceAll("<!-- -->", "") };
}
/** The page without the one script that it may have. */
const withoutIsland = (html: string) =>
  html.replace(/<script type="module" src="\/assets\/live-[\w-]+\.js"><\/script>/, "");
const mainOf = (html: string) => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("the finder", () => {
  it("counts in words, pages by ten, and says the page in the title", async () => {
    const first = await get("?q=lamps&kind=practice");
    expect(first.status).toBe(200);
    expect(first.html).toContain(">11 results for “lamps”</h2>");
    expect(first.html).toContain("<title>lamps – page 1 of 2 – Find practices – Quintet</title>");
    expect(first.html.match(/<h3/g)).toHaveLength(10);
    expect(first.html).toContain('href="/en/search?q=lamps&kind=practice&page=2"');
    const second = await get("?q=lamps&kind=practice&page=2");
    expect(second.html).toContain('start="11"');
    expect(second.html.match(/<h3/g)).toHaveLength(1);
  });

  it("shows counts that do not collapse, and keeps chosen groups open", async () => {
    const { html } = await get("?q=lamps&country=PL");
    expect(html).toMatch(/<details open=""><summary>Country<\/summary>/);
    expect(html).toMatch(/name="country" checked="" value="PL"\/> Poland<small>3<\/small>/);
    expect(html).toMatch(/name="country" value="SE"\/> Sweden<small>8<\/small>/);
    expect(html).toMatch(/<label class="choice" lang="pl"><input type="checkbox" name="lang" value="pl"\/> polski/);
    expect(html).toMatch(/<details><summary>Stage/);
  });

  it("takes each filter away by its tag, and all of them at once", async () => {
    const html = (await get("?q=lamps&country=PL&country=SE&size=100k_250k&sort=newest&page=2")).html;
    const tags = [
      ...html.matchAll(/class="tag remove" href="([^"]+)"><span class="hidden">([^<]+)<\/span> <span>([^<]+)</g),
    ].map(([, href, hidden, label]) => [hidden, label, href]);
    expect(tags).toEqual([
      ["Remove the filter Country:", "Sweden", "/en/search?q=lamps&country=PL&size=100k_250k&sort=newest"],
      ["Remove the filter Country:", "Poland", "/en/search?q=lamps&country=SE&size=100k_250k&sort=newest"],
      [
        "Remove the filter Size of city:",
        "100,000 to 250,000 inhabitants",
        "/en/search?q=lamps&country=SE&country=PL&sort=newest",
      ],
    ]);
    expect(html).toContain('<a href="/en/search?q=lamps&sort=newest">Clear all filters</a>');
    expect(html).toContain('<input type="hidden" name="sort" value="newest"/>');
  });

  it("marks the language of what is not in the page's own", async () => {
    const { html } = await get("?lang=pl&q=dim");
    expect(html).toContain('<h3 lang="pl">');
    expect(html).toContain("Written in Polish");
    expect((await get("?lang=pl&q=dim", "pl")).html).toContain("1 wynik dla „dim”");
  });

  it("never shows a draft", async () => {
    expect((await get("?q=nobody")).html).not.toContain("Lamps nobody may see");
  });
});

describe("bad input", () => {
  it("answers a page that does not exist with a way back", async () => {
    for (const page of ["3", "0", "-1", "abc", "99999999999999999999", "1.5"]) {
      const { status, html } = await get(`?q=lamps&kind=practice&page=${page}`);
      expect(status, page).toBe(404);
      expect(html, page).toContain(`There is no page ${page.slice(0, 12)}`);
      expect(html, page).toContain('href="/en/search?q=lamps&kind=practice">First page');
    }
  });

  it("ignores values that do not exist, and says so", async () => {
    const { status, html } = await get("?area=bogus&area=buildings&country=sweden&sort=cheapest&colour=red");
    expect(status).toBe(200);
    expect(html).toContain("Area of application: “bogus”");
    expect(html).toContain("Country: “sweden”");
    expect(html).toContain("Meters in schools");
    expect(mainOf(html)).not.toContain("area=bogus");
  });

  it("survives hostile words", async () => {
    const words = [
      `"><script>alert(1)</script>`,
      `' OR 1=1; DROP TABLE practice; --`,
      "%00",
      "\u0000",
      "&|!():*<->",
      `"“«`,
      "\\",
      "x".repeat(5000),
      "𝕏".repeat(300),
      "?q=&q[]=",
      "\ud800",
    ];
    for (const word of words) {
      const { status, html } = await get(`?q=${encodeURIComponent(word.toWellFormed())}`);
      expect(status, word.slice(0, 40)).toBe(200);
      expect(withoutIsland(html)).not.toContain("<script");
      expect(html).not.toContain("\u0000");
    }
    expect((await get(`?${"country=SE&".repeat(500)}area=${"a".repeat(500)}`)).status).toBe(200);
  });

  it("helps on when nothing is found", async () => {
    const { status, html } = await get("?q=lamps&country=SE&stage=planned");
    expect(status).toBe(200);
    expect(html).toContain("0 results for “lamps”");
    expect(html).toContain('<a href="/en/search?q=lamps&country=SE">Without the filter Stage: 8 results</a>');
    expect(html).not.toContain("Without the filter Country");
    expect(html).toContain("Check the spelling");
    expect(html).toContain('href="/en/search?kind=practice"');
  });
});

describe("the page's weight", () => {
  it("stays under 560 elements for ten results, with one script, from here", async () => {
    const { html } = await get("?q=lamps");
    expect(html.match(/<[a-z][^>]*>/g)?.length).toBeLessThan(560);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(withoutIsland(html)).not.toContain("<script");
    const { headers } = await portal().get("/en/search?q=lamps");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; .*script-src 'self'; connect-src 'self'$/,
    );
  });
});
