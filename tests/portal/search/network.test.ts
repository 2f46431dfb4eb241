import { beforeAll, describe, expect, it, vi } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { cookieFrom, usePortal } from "../../support/portal.ts";

const portal = usePortal();
const { browse, team } = cityDesk(portal);
const prisma = () => portal().prisma;
const plain = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("&amp;", "&");
const page = "/en/network/search";

beforeAll(async () => {
  const [firstOn, lastOn] = [new Date("2026-10-05"), new Date("2026-11-02")];
  await prisma().searchGap.createMany({
    data: [
      { words: "vertical farming", locale: "fr", count: 7, firstOn, lastOn },
      { words: "zeppelins", locale: "und", count: 3, firstOn, lastOn },
      { words: "anna kowalska", locale: "pl", count: 2, firstOn, lastOn },
    ],
  });
});

describe("the secretariat's page about the search", () => {
  it("says in words who answers, how that is doing, and what was not found", async () => {
    const coordinator = await browse(await makeNetworkPerson(prisma()));
    const { status, html } = await coordinator.get(page);
    expect(status).toBe(200);
    const text = plain(html);
    expect(text).toMatch(/class="status good">All well<\/span> PostgreSQL answers searches; no Meilisearch server/);
    expect(text).toContain("Not configured");
    expect(text).toContain("No question waits for an answer.");
    expect(text.indexOf("vertical farming")).toBeLessThan(text.indexOf("zeppelins"));
    expect(text).toMatch(/vertical farming.*French.*>7<.*5 October 2026.*2 November 2026/s);
    expect(text).not.toContain("anna kowalska");
    expect((await coordinator.get("/en/network")).html).toContain(`href="${page}"`);
    expect((await coordinator.get("/de/network/search")).html).toContain("Gesucht und nicht gefunden");
  });

  it("tells of changes that could not be indexed", async () => {
    const { jobs } = portal().api;
    const coordinator = await browse(await makeNetworkPerson(prisma()));
    const counting = vi.spyOn(jobs, "waiting").mockResolvedValue({ waiting: 4, failed: 2 });
    const text = plain((await coordinator.get(page)).html);
    counting.mockRestore();
    expect(text).toMatch(/class="status bad">Changes failed<\/span> 2 changes could not be written/);
    expect(text).toMatch(/Changes that wait to be indexed<\/dt><dd>4</);
  });

  it("tells of a Meilisearch server that does not answer, and of one that does", async () => {
    const { api } = portal();
    const coordinator = await browse(await makeNetworkPerson(prisma()));
    let current = false;
    const seen = { version: "1.50.0", documents: 12, complaint: null };
    const mirror = { isCurrent: () => current, seen: () => seen } as unknown as NonNullable<typeof api.mirror>;
    const contextFor = api.contextFor.bind(api);
    const asking = vi.spyOn(api, "contextFor").mockImplementation(async (...args) => {
      return { ...(await contextFor(...args)), mirror };
    });
    const failedAt = new Date("2026-11-22T11:58:00Z");
    await prisma().searchState.upsert({
      where: { id: 1 },
      create: { failedAt, failures: 3, failure: "fetch failed <refused>", rebuiltAt: failedAt, rebuiltRows: 1200 },
      update: { failedAt, failures: 3, failure: "fetch failed <refused>", rebuiltAt: failedAt, rebuiltRows: 1200 },
    });
    const failing = plain((await coordinator.get(page)).html);
    expect(failing).toMatch(/class="status risk">Meilisearch is not answering<\/span> PostgreSQL answers in its place/);
    for (const text of [
      "Version 1.50.0",
      "3, last on 22 Nov 2026",
      "fetch failed &lt;refused&gt;",
      "with 1200 documents",
    ])
      expect(failing).toContain(text);
    current = true;
    expect(plain((await coordinator.get(page)).html)).toMatch(
      /class="status good">All well<\/span> Meilisearch answers/,
    );
    asking.mockRestore();
  });

  it("is refused to officers and reviewers, and asks others to sign in", async () => {
    const { approver } = await team();
    const reviewer = await browse(await makeNetworkPerson(prisma(), "reviewer"));
    for (const person of [approver, reviewer]) {
      expect((await person.get(page)).status).toBe(403);
      expect((await person.get(`${page}/questions/nonsense`)).status).toBe(404);
    }
    expect((await reviewer.get("/en/network")).html).not.toContain(`href="${page}"`);
    expect((await portal().get(page)).location).toBe("/en/sign-in?next=%2Fen%2Fnetwork%2Fsearch");
  });
});

describe("asking the network", () => {
  it("begins at the empty search, by way of signing in, and keeps what was typed", async () => {
    const { id } = await makeCity(prisma());
    const editor = await prisma().user.findUniqueOrThrow({ where: { id: await makeMember(prisma(), id) } });
    const start = "/fr/search/ask?q=ferme+verticale";
    const away = await portal().get(start);
    expect(away.location).toBe(`/fr/sign-in?next=${encodeURIComponent(start)}`);
    const code = await portal().requestCode(editor.email);
    const back = await portal().post("/fr/sign-in/code", { email: editor.email, code, next: start });
    expect(back.location).toBe(start);
    const cookie = cookieFrom(back.cookies);
    expect((await portal().get(start, { cookie })).html).toContain('value="ferme verticale"');
    const lacking = await portal().post("/fr/search/ask", { words: "ferme verticale", question: " " }, { cookie });
    expect(lacking.status).toBe(400);
    expect(lacking.html).toContain('href="#f-question"');
    expect(lacking.html).toContain('value="ferme verticale"');
    const out = await portal().post("/fr/search/ask", { words: "ferme", question: "Qui l’a fait ?" });
    const next = new URL(out.location ?? "", "http://quintet.test").searchParams.get("next") ?? "";
    expect((await portal().get(next, { cookie })).html).toContain("Qui l’a fait ?</textarea>");
    const sent = await portal().post(
      "/fr/search/ask",
      { words: "ferme verticale", question: "Qui l’a fait <ici> ?" },
      { cookie },
    );
    expect(sent.location).toBe("/fr/search/ask?asked");
    const mine = plain((await portal().get(sent.location ?? "", { cookie })).html);
    expect(mine).toContain("Votre question est au secrétariat");
    expect(mine).toContain("Qui l’a fait &lt;ici&gt; ?");
    expect(mine).toContain("Attend une réponse");
  });

  it("is answered by the secretariat, and the answer stays with the question", async () => {
    const { editor, approver } = await team();
    const coordinator = await browse(await makeNetworkPerson(prisma()));
    await editor.post("/de/search/ask", { words: "Hochbeete", question: "Wer hat Hochbeete auf Schulen?" });
    const listed = plain((await coordinator.get(page)).html);
    expect(listed).toContain('lang="de"><p>Wer hat Hochbeete auf Schulen?');
    const form =
      /href="(\/en\/network\/search\/questions\/[^"]+)">Answer the question about “Hochbeete”/.exec(listed)?.[1] ?? "";
    expect((await coordinator.get(form)).html).toMatch(/<option value="de" lang="de" selected="">/);
    expect((await editor.get(form)).html).not.toContain("<textarea");
    expect((await approver.get(form)).status).toBe(404);
    expect((await portal().get(form)).status).toBe(404);
    const fields = { answer: "In Lund, seit 2019.", locale: "de" };
    const wrong = await coordinator.post(form, { ...fields, practiceSlug: "https://example.org/" });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('href="#f-practiceSlug">There is no published practice');
    expect(wrong.html).toContain("In Lund, seit 2019.</textarea>");
    const practice = await makePractice(prisma(), { title: "Gröna tak", language: "sv" });
    const done = await coordinator.post(form, {
      ...fields,
      practiceSlug: `http://quintet.test/sv/practices/${practice.slug}`,
    });
    expect(done.location).toBe(`${page}?answered`);
    expect((await coordinator.get(done.location ?? "")).html).toContain("The answer is on its way");
    expect((await coordinator.post(form, { ...fields, practiceSlug: "" })).status).toBe(403);
    const mine = plain((await editor.get("/de/search/ask")).html);
    expect(mine).toContain("In Lund, seit 2019.");
    expect(mine).toContain(`href="/de/practices/${practice.slug}">Gröna tak`);
    expect((await approver.get("/de/search/ask")).html).not.toContain("Hochbeete");
  });

  it("is for people of a city, who say which where there are several", async () => {
    const stranger = await browse(await makePerson(prisma()));
    const { html } = await stranger.get("/en/search/ask?q=lamps");
    expect(html).toContain("Only people who work for a city of the network can ask");
    expect(html).not.toContain("<textarea");
    expect((await stranger.post("/en/search/ask", { words: "lamps", question: "Who?" })).status).toBe(403);
    const [one, other] = [await makeCity(prisma()), await makeCity(prisma())];
    const member = await makeMember(prisma(), one.id);
    await prisma().membership.create({ data: { userId: member, cityId: other.id, role: "approver" } });
    const busy = await browse(member);
    const asked = await busy.post("/en/search/ask", { words: "lamps", question: "Who?", cityId: "" });
    expect(asked.status).toBe(400);
    expect(asked.html).toContain('href="#f-cityId"');
    const choice = new RegExp(`<option value="([^"]+)">${other.name}`).exec(plain(asked.html))?.[1] ?? "";
    const sent = await busy.post("/en/search/ask", { words: "lamps", question: "Who?", cityId: choice });
    expect(sent.location).toBe("/en/search/ask?asked");
    expect((await prisma().searchQuestion.findFirst({ where: { cityId: other.id } }))?.words).toBe("lamps");
  });
});
