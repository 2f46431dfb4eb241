import { beforeAll, describe, expect, it } from "vitest";
import { escapeXml } from "#app/search/saved/atom.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";
import { indexAt, makeLantern } from "../../support/desks/saved-search.ts";
import { type Element, readXml } from "../../support/xml.ts";

const portal = usePortal({ origin: "https://quintet.example" });

beforeAll(async () => {
  const { api, prisma } = portal();
  const city = await makeCity(prisma, { name: "Sankt <Pölten> & Co", countryCode: "AT" });
  const summary = 'Less "light" & <b>more</b> \u0007dark ]]> at night';
  await makeLantern(api, {
    cityId: city.id,
    title: "Laternen & <Lampen>",
    language: "de",
    summary,
    publishedOn: new Date("2026-11-20"),
  });
  await makeLantern(api, {
    title: "Lanterns that dim",
    publishedOn: new Date("2026-11-21"),
    at: "2026-11-21T08:00:00Z",
  });
  for (let number = 1; number <= 55; number += 1) {
    const options = { title: `Meters ${number}`, cityId: city.id, publishedOn: new Date("2025-01-01") };
    await indexAt(api, "practice", (await makePractice(prisma, options)).id, "2025-01-01T00:00:00Z");
  }
  const draft = await makeLantern(api, { title: "Lanterns in draft", publishedOn: new Date("2020-01-01") });
  await prisma.practice.update({ where: { id: draft.id }, data: { state: "draft" } });
});

const read = async (address: string, headers: Record<string, string> = {}) => {
  const page = await portal().get(address, { headers: { accept: "application/atom+xml", ...headers } });
  return { ...page, feed: page.status === 200 ? readXml(page.html) : null };
};
const all = (element: Element | null | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? [];
const one = (element: Element | null | undefined, name: string) => all(element, name)[0];
const linkTo = (element: Element | null | undefined, rel: string) =>
  all(element, "link").find(({ attributes }) => attributes.rel === rel)?.attributes.href;

describe("the feed of a search", () => {
  it("is Atom 1.0, with all that the format asks for", async () => {
    const { headers, feed } = await read("/de/search.atom?q=Laternen&country=AT");
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(feed).toMatchObject({
      name: "feed",
      attributes: { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "de" },
    });
    const self = "https://quintet.example/de/search.atom?q=Laternen&country=AT";
    expect(one(feed, "id")?.text).toBe(self);
    expect(linkTo(feed, "self")).toBe(self);
    expect(linkTo(feed, "alternate")).toBe("https://quintet.example/de/search?q=Laternen&country=AT&sort=newest");
    expect(one(feed, "title")?.text).toBe("Quintet: Laternen; Land: Österreich");
    const [entry] = all(feed, "entry");
    expect(one(entry, "title")).toMatchObject({ text: "Laternen & <Lampen>", attributes: { "xml:lang": "de" } });
    expect(one(entry, "summary")).toMatchObject({
      text: 'Less "light" & <b>more</b> dark ]]> at night',
      attributes: { "xml:lang": "de" },
    });
    expect(one(one(entry, "author"), "name")?.text).toBe("Sankt <Pölten> & Co");
    expect(one(entry, "updated")?.text).toBe("2026-11-22T03:00:00.000Z");
    expect(one(entry, "published")?.text).toBe("2026-11-20T00:00:00Z");
    expect(linkTo(entry, "alternate")).toMatch(/^https:\/\/quintet\.example\/de\/practices\/practice-\d+$/);
    expect(one(entry, "id")?.text).toMatch(/^tag:quintet\.example,2026:\w+=*$/);
    expect(one(feed, "updated")?.text).toBe("2026-11-22T03:00:00.000Z");
  });

  it("has the newest fifty first, whatever order or page the address asks for", async () => {
    const { feed } = await read("/en/search.atom?kind=practice&sort=carbon&page=7&q=");
    expect(all(feed, "entry")).toHaveLength(50);
    expect(
      all(feed, "entry")
        .slice(0, 2)
        .map((entry) => one(entry, "title")?.text),
    ).toEqual(["Lanterns that dim", "Laternen & <Lampen>"]);
    expect(one(feed, "id")?.text).toBe("https://quintet.example/en/search.atom?kind=practice");
    expect(new Set(all(feed, "entry").map((entry) => one(entry, "id")?.text)).size).toBe(50);
  });

  it("keeps an entry's id in every language", async () => {
    const ids = await Promise.all(
      ["en", "fr"].map(
        async (locale) => one(one((await read(`/${locale}/search.atom?q=Lanterns`)).feed, "entry"), "id")?.text,
      ),
    );
    expect(ids[0]).toBe(ids[1]);
  });

  it("sends nothing again that the reader has, and lets caches keep it for a while", async () => {
    const { headers } = await read("/en/search.atom?q=lanterns");
    expect(headers.get("cache-control")).toBe("public, max-age=900");
    expect(headers.get("last-modified")).toBe("Sat, 21 Nov 2026 08:00:00 GMT");
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await read("/en/search.atom?q=lanterns", { "if-none-match": `"other", W/${etag}` });
    expect(again).toMatchObject({ status: 304, html: "" });
    expect((await read("/en/search.atom?q=meters", { "if-none-match": etag })).status).toBe(200);
  });

  it("never holds a draft", async () => {
    expect((await read("/en/search.atom?q=lanterns")).html).not.toContain("draft");
  });

  it("is no search that a person made: what it does not find is not counted as looked for", async () => {
    await read("/en/search.atom?q=quokkas");
    await portal().api.gaps.settle();
    expect(await portal().prisma.searchGap.count({ where: { words: "quokkas" } })).toBe(0);
  });

  it("stays well-formed for hostile addresses", async () => {
    for (const query of [
      'q="><script>',
      "q=%00",
      "q=%ED%A0%80",
      "q=&like=nowhere",
      "q=]]>&country=<x>",
      `q=${"x".repeat(5000)}`,
    ]) {
      const { status, feed } = await read(`/en/search.atom?${encodeURI(query).replaceAll("%25", "%")}`);
      expect(status, query.slice(0, 30)).toBe(200);
      expect(feed?.name).toBe("feed");
      expect(one(feed, "updated")?.text).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
    expect((await read("/xx/search.atom")).status).toBe(404);
  });
});

describe("text in XML", () => {
  it("loses only what XML has no way to write", () => {
    expect(escapeXml("a\u0000b\u0008\u001f\uffff\ud800c\td\n")).toBe("ab\ufffdc\td\n");
    expect(escapeXml(`<a href="x">&amp;'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;amp;'");
  });
});
