import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { type Fields, usePortal } from "../../support/portal.ts";

const portal = usePortal();

async function people() {
  const { prisma, signIn } = portal();
  const city = await makeCity(prisma);
  const editor = await signIn(await makeMember(prisma, city.id, "editor"));
  const approver = await signIn(await makeMember(prisma, city.id, "approver"));
  return { city, editor, approver };
}

/** A mutation as a client of the API sends it. */
async function mutate(cookie: string, query: string): Promise<unknown> {
  const { yoga, contextFor } = portal().api;
  const headers = { "content-type": "application/json", cookie };
  const request = new Request("http://quintet.test/graphql", {
    method: "POST",
    headers,
    body: JSON.stringify({ query }),
  });
  return (
    await yoga.fetch(request, { api: await contextFor(request, { requestId: "test", address: "192.0.2.1" }) })
  ).json();
}

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";

describe("a city officer", () => {
  it("publishes a practice from a pilot, step by step, through approver and coordinator", async () => {
    const { get, post, prisma, signIn } = portal();
    const { city, editor, approver } = await people();
    const pilot = await makePilot(prisma, { cityId: city.id, title: "Compteurs dans les écoles" });
    const begin = `/en/cities/${city.slug}/practices/new`;
    expect((await get(begin, { cookie: editor })).html).toContain("Compteurs dans les écoles");
    expect((await post(begin, { from: "pilot" }, { cookie: editor })).status).toBe(400);
    const begun = await post(begin, { from: "pilot", pilotId: encodeGlobalID("Pilot", pilot.id) }, { cookie: editor });
    const path = begun.location?.replace(/\/edit$/, "") ?? "";
    expect(begun).toMatchObject({ status: 302, location: "/en/practices/compteurs-dans-les-ecoles/edit" });
    expect((await get(`${path}/edit`, { cookie: editor })).html).toContain("Still needs: what went wrong");

    const early = await post(`${path}/check`, { intent: "request", version: "1" }, { cookie: editor });
    expect(early.status).toBe(400);
    expect(early.html).toContain('<a href="#f-failures">Say what went wrong');

    const save = async (step: string, fields: Fields) => {
      const { html } = await get(`${path}/edit/${step}`, { cookie: editor });
      return (await post(`${path}/edit/${step}`, { version: versionIn(html), ...fields }, { cookie: editor })).location;
    };
    expect(await save("problem", { problem: "Nobody knew what was used.", solution: "Meters, read each night." })).toBe(
      `${path}/edit/repeating`,
    );
    expect(
      await save("effort", {
        costBand: "10k_100k",
        staffBand: "under_1",
        timeBand: "6_12m",
        area: "buildings",
        role: "",
        stage: "deployed",
      }),
    ).toBe(`${path}/edit/repeating`);
    expect(
      await save("repeating", {
        mayChange: "The supplier.",
        mustNotChange: "Reading at night.",
        conditions: "Meters.",
      }),
    ).toBe(`${path}/edit/failures`);
    expect(await save("failures", { wentWrong: "Half of the meters came late." })).toBe(`${path}/edit/tools`);
    const check = await get(`${path}/check`, { cookie: editor });
    expect(check.html).toContain("Nothing is missing.");
    expect(check.html).toContain("€10,000 to €100,000");

    const asked = await post(
      `${path}/check`,
      { intent: "request", version: versionIn(check.html) },
      { cookie: editor },
    );
    expect(asked.location).toBe(`${path}?done=request`);
    expect((await get(`${path}/edit`, { cookie: editor })).html).toContain("awaits sign-off");
    const sign = await get(`${path}/check`, { cookie: approver });
    const signed = await post(
      `${path}/check`,
      { intent: "sign", version: /name="version" value="(\d+)"[^]*name="comment"/.exec(sign.html)?.[1] ?? "" },
      { cookie: approver },
    );
    expect(signed.location).toBe(`${path}?done=sign`);
    expect((await get(path)).status).toBe(404);

    const practice = await prisma.practice.findFirstOrThrow({ where: { pilotId: pilot.id } });
    const coordinator = await signIn(await makeNetworkPerson(prisma));
    const mutation = `mutation { movePractice(action: publish, version: ${practice.version}, id: "${encodeGlobalID("Practice", practice.id)}") { ... on Practice { state } } }`;
    expect(await mutate(coordinator, mutation)).toMatchObject({ data: { movePractice: { state: "published" } } });
    const { status, html } = await get(path);
    expect(status).toBe(200);
    expect(html).toContain("Half of the meters came late.");
    expect(html).toContain('<h1 lang="fr">Compteurs dans les écoles</h1>');
    expect(html).not.toContain("/edit");
  });

  it("begins one from nothing, and hears what is wrong with it", async () => {
    const { post } = portal();
    const { city, editor } = await people();
    const path = `/fr/cities/${city.slug}/practices/new`;
    const refused = await post(path, { from: "nothing", title: " ", language: "xx" }, { cookie: editor });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("<title>Erreur");
    expect(
      (await post(path, { from: "nothing", title: "Été frais", language: "fr" }, { cookie: editor })).location,
    ).toBe("/fr/practices/ete-frais/edit");
  });

  it("loses nothing when someone else saved meanwhile", async () => {
    const { post, prisma } = portal();
    const { city, editor, approver } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const step = `/en/practices/${practice.slug}/edit/failures`;
    expect((await post(step, { version: "1", wentWrong: "Theirs." }, { cookie: approver })).status).toBe(302);
    const stale = await post(step, { version: "1", wentWrong: "Mine." }, { cookie: editor });
    expect(stale.status).toBe(409);
    for (const text of ["Mine.", "Theirs.", 'name="version" value="2"']) expect(stale.html).toContain(text);
    expect((await post(step, { version: "2", wentWrong: "Both." }, { cookie: editor })).status).toBe(302);
    expect(await prisma.practice.findUnique({ where: { id: practice.id } })).toMatchObject({
      wentWrong: "Both.",
      version: 3,
    });
  });

  it("adds the places one by one", async () => {
    const { get, post, prisma } = portal();
    const { city, editor } = await people();
    const other = await makeCity(prisma, { name: "Elsewhere" });
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const step = `/en/practices/${practice.slug}/edit/places`;
    expect((await get(step, { cookie: editor })).html).toContain("Elsewhere (France)");
    const fields = {
      version: "1",
      cities: encodeGlobalID("City", city.id),
      another: encodeGlobalID("City", other.id),
      intent: "more",
    };
    expect((await post(step, fields, { cookie: editor })).location).toBe(step);
    expect((await get(step, { cookie: editor })).html.match(/checked=""/g)).toHaveLength(2);
    expect((await post(step, { version: "2" }, { cookie: editor })).status).toBe(400);
  });

  it("translates, also after publication, and loses no other translation", async () => {
    const { get, post, prisma } = portal();
    const { city, editor, approver } = await people();
    const { slug } = await makePractice(prisma, { cityId: city.id, title: "Heat from servers" });
    const path = `/en/practices/${slug}/translations/fr`;
    const form = await get(path, { cookie: editor });
    const seen = /name="seen" value="([^"]+)"/.exec(form.html)?.[1] ?? "";
    const fields = { version: versionIn(form.html), seen, title: "La chaleur des serveurs" };
    expect((await post(path, fields, { cookie: editor })).location).toBe(`/en/practices/${slug}?text=fr&saved`);
    const read = await get(`/fr/practices/${slug}`);
    expect(read.html).toContain('<h1 lang="fr">La chaleur des serveurs</h1>');
    expect(read.html).toContain('<div class="prose plain" lang="en"><p>The meters came late.');
    const stale = await post(path, { ...fields, title: "Autre" }, { cookie: approver });
    expect(stale.status).toBe(409);
    for (const text of ["Autre", "La chaleur des serveurs"]) expect(stale.html).toContain(text);
    expect((await get(`/en/practices/${slug}/translations/en`, { cookie: editor })).status).toBe(404);
    expect((await get(`/en/practices/${slug}/translations/xx`, { cookie: editor })).status).toBe(404);
  });
});

describe("a practice's pages", () => {
  it("say plainly what is not recorded, and who took it from where", async () => {
    const { get, prisma } = portal();
    const sources = [{ title: "A report", url: "https://example.org/report" }];
    const { slug } = await makePractice(prisma, { bare: true, fromLiterature: true, sources });
    const { status, html } = await get(`/en/practices/${slug}`);
    expect(status).toBe(200);
    for (const text of [
      "What went wrong has not been recorded",
      "The secretariat took this from public sources",
      '<a href="https://example.org/report">',
      "Cost not known",
      "No result recorded",
    ])
      expect(html).toContain(text);
  });

  it("are closed to those who may not", async () => {
    const { get, post, prisma } = portal();
    const { editor: stranger } = await people();
    const draft = await makePractice(prisma, { state: "draft" });
    const published = await makePractice(prisma);
    for (const page of ["edit", "edit/about", "check", "translations/fr"]) {
      expect((await get(`/en/practices/${draft.slug}/${page}`, { cookie: stranger })).status, page).toBe(404);
      expect((await get(`/en/practices/${published.slug}/${page}`, { cookie: stranger })).status, page).toBe(403);
      expect((await get(`/en/practices/${published.slug}/${page}`)).location, page).toMatch(/^\/en\/sign-in\?next=/);
    }
    expect((await get(`/en/practices/${draft.slug}`, { cookie: stranger })).status).toBe(404);
    expect(
      (await post(`/en/practices/${published.slug}/edit/about`, { title: "X", version: "1" }, { cookie: stranger }))
        .status,
    ).toBe(403);
    const city = await makeCity(prisma);
    expect((await get(`/en/cities/${city.slug}/practices/new`, { cookie: stranger })).status).toBe(403);
    expect((await get(`/en/cities/${city.slug}/practices/new`)).location).toMatch(/^\/en\/sign-in/);
    expect((await get(`/en/practices/${published.slug}/edit/nothing`)).status).toBe(404);
  });
});
