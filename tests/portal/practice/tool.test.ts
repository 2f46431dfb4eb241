import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";
import { makePractice, makeTool } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();

async function officer(options: Parameters<typeof makePractice>[1] = {}) {
  const { prisma, signIn } = portal();
  const city = await makeCity(prisma);
  const cookie = await signIn(await makeMember(prisma, city.id, "editor"));
  const practice = await makePractice(prisma, { cityId: city.id, state: "draft", ...options });
  return { cookie, practice, path: `/practices/${practice.slug}` };
}

const clause = {
  kind: "clause",
  title: "Clause sur la réparabilité",
  description: "À reprendre telle quelle.",
  language: "fr",
  url: "https://www.example.org/clause",
  licence: "etalab-2.0",
  sourceTitle: "",
  sourceUrl: "",
};
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
const changeLinkIn = (html: string) => /href="([^"]*\/edit\/tools\/(?!new)[^"]+)"/.exec(html)?.[1] ?? "";

describe("tools others can reuse", () => {
  it("are added, seen on the check page, changed, shown to the public and removed", async () => {
    const { get, post, prisma } = portal();
    const { cookie, practice, path } = await officer();
    const list = await get(`/en${path}/edit/tools`, { cookie });
    expect(list.html).toContain("No tool has been added yet.");
    expect((await get(`/en${path}/edit`, { cookie })).html).toContain(`href="/en${path}/edit/tools"`);
    expect((await get(`/en${path}/check`, { cookie })).html).toContain("Tools others can reuse");

    const added = await post(`/en${path}/edit/tools/new`, clause, { cookie });
    expect(added).toMatchObject({ status: 302, location: `/en${path}/edit/tools?saved` });
    const { html } = await get(`/en${path}/edit/tools?saved`, { cookie });
    expect(html).toContain("The tool was saved.");
    expect(html).toContain("Contract clause · Opens www.example.org");
    expect((await get(`/en${path}/check`, { cookie })).html).toContain(
      '<li><span lang="fr">Clause sur la réparabilité</span> · Contract clause · www.example.org</li>',
    );

    const at = changeLinkIn(html);
    const form = await get(at, { cookie });
    expect(form.html).toContain('value="Clause sur la réparabilité"');
    const changed = await post(at, { ...clause, version: versionIn(form.html), licence: "unknown" }, { cookie });
    expect(changed.location).toBe(`/en${path}/edit/tools?saved`);

    await prisma.practice.update({ where: { id: practice.id }, data: { state: "published" } });
    const shown = (await get(`/de${path}`)).html;
    expect(shown).toContain('<section id="tools"');
    expect(shown).toContain(
      '<a href="https://www.example.org/clause" lang="fr" rel="external nofollow">Clause sur la réparabilité</a>',
    );
    expect(shown).toContain("Vertragsklausel · Öffnet www.example.org");
    expect(shown).toContain("Lizenz nicht bekannt");
    expect(shown).toContain("Beschrieben in: Französisch");

    await prisma.practice.update({ where: { id: practice.id }, data: { state: "draft" } });
    const removed = await post(at, { intent: "remove", version: "2" }, { cookie });
    expect(removed.location).toBe(`/en${path}/edit/tools?removed`);
    expect((await get(`/en${path}/edit/tools?removed`, { cookie })).html).toContain("The tool was removed.");
  });

  it("say beside the field what is wrong, and keep what was typed", async () => {
    const { post } = portal();
    const { cookie, path } = await officer();
    const refused = await post(`/en${path}/edit/tools/new`, { ...clause, url: "javascript:alert(1)" }, { cookie });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("<title>Error:");
    expect(refused.html).toContain('href="#f-url"');
    expect(refused.html).toContain("starts with https:// and leads to a public website");
    expect(refused.html).toContain('value="Clause sur la réparabilité"');
    expect(refused.html).not.toContain('href="javascript:');
    const { kind: _kind, ...unchosen } = clause;
    const incomplete = await post(`/en${path}/edit/tools/new`, unchosen, { cookie });
    expect(incomplete.status).toBe(400);
    expect(incomplete.html).toContain('href="#f-kind"');
  });

  it("show both texts to whoever saves a stale form, and lose nothing when the tool is gone", async () => {
    const { get, post, prisma } = portal();
    const { cookie, practice, path } = await officer();
    const tool = await makeTool(prisma, { practiceId: practice.id, title: "First name" });
    const at = changeLinkIn((await get(`/en${path}/edit/tools`, { cookie })).html);
    const where = { id: tool.id };
    await prisma.practiceTool.update({ where, data: { title: "Their name", version: { increment: 1 } } });
    const stale = await post(at, { ...clause, title: "My name", version: "1" }, { cookie });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Their name");
    expect(stale.html).toContain('value="My name"');
    expect(versionIn(stale.html)).toBe("2");
    const late = await post(at, { intent: "remove", version: "1" }, { cookie });
    expect(late.location).toBe(`${at}?changed`);
    expect((await get(`${at}?changed`, { cookie })).html).toContain("It was changed while you were reading.");

    await prisma.practiceTool.delete({ where });
    const gone = await post(at, { ...clause, title: "My name", version: "2" }, { cookie });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain("This tool has been removed meanwhile.");
    expect(gone.html).toContain(`action="/en${path}/edit/tools/new"`);
    expect(gone.html).toContain('value="My name"');
    expect((await get(at, { cookie })).status).toBe(404);
  });

  it("are not edited by strangers, nor while the practice is locked", async () => {
    const { get, post, prisma, signIn } = portal();
    const { cookie, practice, path } = await officer({ state: "submitted" });
    await makeTool(prisma, { practiceId: practice.id, title: "Locked tool" });
    const locked = await get(`/en${path}/edit/tools`, { cookie });
    expect(locked.html).toContain("Locked tool");
    expect(locked.html).not.toContain("/edit/tools/new");
    expect((await post(`/en${path}/edit/tools/new`, clause, { cookie })).status).toBe(409);
    const stranger = await signIn(await makeMember(prisma, (await makeCity(prisma)).id, "editor"));
    expect((await get(`/en${path}/edit/tools`, { cookie: stranger })).status).toBe(404);
    expect(await prisma.practiceTool.count({ where: { practiceId: practice.id } })).toBe(1);
    await prisma.practice.update({ where: { id: practice.id }, data: { state: "published" } });
    expect((await get(`/en${path}/edit/tools/new`, { cookie: stranger })).status).toBe(403);
    expect((await get(`/en${path}/edit/tools`)).location).toBe(
      `/en/sign-in?next=${encodeURIComponent(`/en${path}/edit/tools`)}`,
    );
  });

  it("are marked when they are demonstration data, and a practice without any says so", async () => {
    const { get, prisma } = portal();
    const practice = await makePractice(prisma);
    expect((await get(`/en/practices/${practice.slug}`)).html).toContain("No tool has been named for this practice.");
    await makeTool(prisma, { practiceId: practice.id, demonstration: true, licence: "other" });
    const { html } = await get(`/en/practices/${practice.slug}`);
    expect(html).toContain('<span class="tag">Demonstration data</span>');
    expect(html).toContain("Licence: Another licence");
  });
});
