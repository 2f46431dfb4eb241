import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal({ filling: "reference" });

beforeAll(async () => {
  const { prisma, api } = portal();
  const practice = await makePractice(prisma, { title: "Nya lampor", language: "sv", concepts: ["street-lighting"] });
  await indexRow(prisma, api.search, "practice", practice.id);
});

async function get(path: string) {
  const { status, html } = await portal().get(path);
  return { status, html: html.replaceAll("&amp;", "&").replaceAll("<!-- -->", "") };
}

describe("what was understood", () => {
  it("is said in the page's language, leads to the concept, and can be taken away and brought back", async () => {
    const { html } = await get("/fr/search?q=Stra%C3%9Fenbeleuchtung&sort=newest");
    expect(html).toContain("Recherche aussi, dans toutes les langues");
    expect(html).toContain('<a class="tag" href="/fr/concepts/street-lighting">éclairage</a>');
    expect(html).toContain("Nya lampor");
    const gone = "/fr/search?q=Stra%C3%9Fenbeleuchtung&sort=newest&without=street-lighting";
    expect(html).toContain(`href="${gone}"`);
    const without = await get(gone);
    expect(without.html).not.toContain("/fr/concepts/street-lighting");
    expect(without.html).toContain('href="/fr/search?q=Stra%C3%9Fenbeleuchtung&sort=newest"');
  });

  it("is not mentioned where nothing was understood", async () => {
    const { html } = await get("/en/search?q=blorptastic");
    expect(html).not.toContain("Also searching for");
  });
});

describe("the page of a concept", () => {
  it("shows its words, its neighbours, all languages, and what is about it", async () => {
    const { status, html } = await get("/en/concepts/street-lighting");
    expect(status).toBe(200);
    expect(html).toContain("<title>lighting – Quintet</title>");
    expect(html).toContain("street lamps");
    expect(html).toContain('href="/en/concepts/smart-street-lighting"');
    expect(html).toContain('href="/en/concepts/urban-infrastructure"');
    expect(html).toContain('<span lang="fi">valaistus</span>');
    expect(html).toContain("Nya lampor");
  });

  it("exists for concepts alone", async () => {
    expect((await get("/en/concepts/no-such-thing")).status).toBe(404);
  });
});
