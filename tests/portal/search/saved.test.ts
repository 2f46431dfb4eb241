import { beforeAll, describe, expect, it } from "vitest";
import { makeAccount } from "../../support/factories/identity.ts";
import { usePortal } from "../../support/portal.ts";
import { makeLantern, makeSaved } from "../../support/desks/saved-search.ts";

const portal = usePortal();
const plain = (html: string) => html.replaceAll("&amp;", "&").replaceAll("<!-- -->", "");
const mainOf = (html: string) => plain(html.slice(html.indexOf("<main"), html.indexOf("</main>")));

beforeAll(async () => {
  await makeLantern(portal().api);
});

async function someone() {
  const { email, id } = await makeAccount(portal().prisma);
  return { id, cookie: await portal().signIn(email) };
}

describe("saving a search", () => {
  it("leads whoever is not signed in to sign in and back, and offers the feed to everyone", async () => {
    const { html } = await portal().get("/fr/search?q=lanterns&country=FR&sort=newest");
    const next = "/fr/search?q=lanterns&country=FR&sort=newest";
    expect(plain(html)).toContain(`href="/fr/sign-in?next=${encodeURIComponent(next)}`);
    expect(plain(html)).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/fr/search.atom?q=lanterns&country=FR"/>',
    );
    expect(html.indexOf("atom+xml")).toBeLessThan(html.indexOf("</head>"));
    const posted = await portal().post("/fr/account/searches", { intent: "save", search: "q=x", cadence: "daily" });
    expect(posted.location).toBe(`/fr/sign-in?next=${encodeURIComponent("/fr/search?q=x")}`);
    expect((await portal().get("/fr/account/searches")).location).toContain("/fr/sign-in?next=");
  });

  it("goes by a form on the finder's page to the list, in readable words", async () => {
    const { cookie } = await someone();
    const page = mainOf((await portal().get("/en/search?q=lanterns&country=FR&size=under_50k", { cookie })).html);
    const [, search = ""] = /name="search" value="([^"]*)"/.exec(page) ?? [];
    expect(search).toBe("q=lanterns&country=FR&size=under_50k");
    expect(page).toContain('action="/en/account/searches"');
    const saved = await portal().post(
      "/en/account/searches",
      { intent: "save", search, cadence: "weekly" },
      { cookie },
    );
    expect(saved).toMatchObject({ status: 302, location: "/en/account/searches?saved" });
    const list = mainOf((await portal().get("/en/account/searches?saved", { cookie })).html);
    expect(list).toContain("The search is saved.");
    expect(list).toContain(">lanterns</h2>");
    expect(list).toContain("<li>Country: France</li>");
    expect(list).toContain('href="/en/search?q=lanterns&country=FR&size=under_50k"');
    expect(list).toMatch(/<option value="weekly" selected="">/);
    expect(list).toContain("No message yet");
    expect((await portal().get("/en/account", { cookie })).html).toContain('href="/en/account/searches"');
  });

  it("changes the rhythm and deletes, each by its own form", async () => {
    const { id: userId, cookie } = await someone();
    const rows = [
      await makeSaved(portal().prisma, userId, { words: "first" }),
      await makeSaved(portal().prisma, userId, { words: "second" }),
    ];
    const page = mainOf((await portal().get("/de/account/searches", { cookie })).html);
    const ids = [...page.matchAll(/name="intent" value="change"\/><input type="hidden" name="id" value="([^"]+)"/g)];
    expect(ids).toHaveLength(2);
    expect(new Set([...page.matchAll(/ id="(f-cadence\d+)"/g)].map(([, one]) => one)).size).toBe(2);
    const fields = { intent: "change", id: ids[1]?.[1] ?? "", place: "2", cadence2: "none" };
    const changed = await portal().post("/de/account/searches", fields, { cookie });
    expect(changed.location).toBe("/de/account/searches?changed");
    expect(await portal().prisma.savedSearch.count({ where: { userId, cadence: "none" } })).toBe(1);
    const deleted = await portal().post(
      "/de/account/searches",
      { intent: "delete", id: ids[0]?.[1] ?? "" },
      { cookie },
    );
    expect(deleted.location).toBe("/de/account/searches?deleted");
    expect(await portal().prisma.savedSearch.count({ where: { id: { in: rows.map(({ id }) => id) } } })).toBe(1);
  });

  it("answers bad input with a page that says so", async () => {
    const { id: userId, cookie } = await someone();
    const { cookie: other } = await someone();
    const row = await makeSaved(portal().prisma, userId);
    const id = Buffer.from(`SavedSearch:${row.id}`).toString("base64");
    const post = (fields: Record<string, string>, as = cookie) =>
      portal().post("/en/account/searches", fields, { cookie: as });
    expect((await post({ intent: "save", search: "q=x", cadence: "hourly" })).status).toBe(400);
    expect((await post({ intent: "nothing", cadence: "daily" })).status).toBe(400);
    expect((await post({ intent: "delete", id }, other)).status).toBe(404);
    expect((await post({ intent: "delete", id: "nonsense" })).status).toBe(404);
    for (let number = 1; number < 50; number += 1)
      await makeSaved(portal().prisma, userId, { words: `number ${number}` });
    const refused = await post({ intent: "save", search: "q=one+more", cadence: "daily" });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("You can keep 50 searches.");
    expect(refused.html).toContain("<title>Error: ");
  });
});

describe("unsubscribing", () => {
  async function subscribed() {
    const { id } = await makeAccount(portal().prisma);
    const { token } = await makeSaved(portal().prisma, id);
    const cadence = async () => (await portal().prisma.savedSearch.findUniqueOrThrow({ where: { token } })).cadence;
    return { path: `/en/unsubscribe/${token}`, cadence };
  }

  it("is done by a button, not by looking", async () => {
    const { path, cadence } = await subscribed();
    const page = await portal().get(path);
    expect(page.status).toBe(200);
    expect(mainOf(page.html)).toMatch(/<form method="post">.*End the messages/s);
    expect(await cadence()).toBe("daily");
    const done = await portal().post(path, {});
    expect(done.status).toBe(200);
    expect(mainOf(done.html)).toContain("There will be no more messages about this search.");
    expect(await cadence()).toBe("none");
    expect((await portal().post(path, {})).status).toBe(200);
  });

  it("is done by a mail program with one click, from wherever it sends (RFC 8058)", async () => {
    const senders: Record<string, string>[] = [
      {},
      { origin: "https://mail.example", "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ];
    for (const headers of senders) {
      const { path, cadence } = await subscribed();
      const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
      const request = new Request(new URL(path, "http://quintet.test"), { method: "POST", headers, body });
      expect((await portal().fetch(request)).status).toBe(200);
      expect(await cadence()).toBe("none");
    }
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    const { path, cadence } = await subscribed();
    const request = new Request(new URL(path, "http://quintet.test"), { method: "POST", body: form });
    expect((await portal().fetch(request)).status).toBe(200);
    expect(await cadence()).toBe("none");
  });

  it("opens that one address to other sites, and no other", async () => {
    const headers = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
    for (const path of [
      "/en/account/searches",
      "/en/unsubscribe",
      "/en/unsubscribe/a/b",
      "/en/unsubscribe/a%2Fb",
      "/en/account/unsubscribe/token",
      "/graphql",
    ])
      expect((await portal().post(path, {}, { headers })).status, path).toBe(403);
  });

  it("tells of no token more than that the link is no longer valid", async () => {
    for (const token of ["unknown", "a".repeat(300), "..."]) {
      const page = await portal().post(`/pl/unsubscribe/${token}`, {});
      expect(page.status, token).toBe(404);
      expect(mainOf(page.html)).toContain("Ten link jest już nieważny");
      expect((await portal().get(`/pl/unsubscribe/${token}`)).status).toBe(200);
    }
  });
});
