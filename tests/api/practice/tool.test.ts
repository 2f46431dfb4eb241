import { describe, expect, it } from "vitest";
import { mostTools } from "#graphql/practice/tool/rules.ts";
import { useApi } from "../../support/api.ts";
import { makePractice, makeTool } from "../../support/factories/practice.ts";
import { idOf, practiceDesk } from "../../support/desks/practice.ts";
import { versionOf } from "../../support/schema/version.ts";

const api = useApi();
const { people } = practiceDesk(api);

const outcome = `__typename
  ... on InvalidInput { issues { path code } } ... on Forbidden { reason } ... on NotFound { subject } ... on Conflict { currentVersion }`;
const fields = `id kind title description language url host licence source { title url } demonstration version viewerCan`;
const template = { kind: "document", title: "Tender template", language: "fr", url: "https://example.org/modele" };

type Tool = { __typename: string; id: string; version: number } & Record<string, unknown>;

async function askFor(person: string | null, call: string, variables: object, types: string): Promise<Tool> {
  const on = call.startsWith("remove") ? "... on Practice { id tools { id } }" : `... on PracticeTool { ${fields} }`;
  const { data, errors } = await api().ask(person, `mutation${types} { it: ${call} { ${outcome} ${on} } }`, variables);
  expect(errors).toBeUndefined();
  return data?.it as Tool;
}

const add = (person: string | null, id: string, input: object) =>
  askFor(person, "addPracticeTool(id: $id, input: $input)", { id, input }, "($id: ID!, $input: PracticeToolInput!)");
const change = (person: string | null, id: string, version: number, input: object) =>
  askFor(
    person,
    "changePracticeTool(id: $id, version: $version, input: $input)",
    { id, version, input },
    "($id: ID!, $version: Int!, $input: PracticeToolInput!)",
  );
const remove = (person: string | null, id: string, version: number) =>
  askFor(person, "removePracticeTool(id: $id, version: $version)", { id, version }, "($id: ID!, $version: Int!)");

async function toolsOf(person: string | null, slug: string) {
  const query = `query($slug: String!) { practice(slug: $slug) { tools { title url host licence viewerCan practice { slug } } } }`;
  return (await api().ask(person, query, { slug })).data?.practice as { tools: Tool[] } | null;
}

describe("what others can take over from a practice", () => {
  it("is added, changed and removed by the city's editors, and the history tells each step", async () => {
    const { prisma } = api();
    const { city, editor, coordinator } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const added = await add(editor, idOf(practice), { ...template, sourceTitle: "A report" });
    expect(added).toMatchObject({
      ...template,
      host: "example.org",
      licence: "unknown",
      description: null,
      source: { title: "A report", url: null },
      demonstration: false,
      version: 1,
      viewerCan: ["practice_update"],
    });
    const changed = await change(editor, added.id, 1, { ...template, kind: "clause", licence: "CC-BY-4.0" });
    expect(changed).toMatchObject({ kind: "clause", licence: "CC-BY-4.0", source: null, version: 2 });
    expect(await toolsOf(editor, practice.slug)).toMatchObject({ tools: [{ practice: { slug: practice.slug } }] });
    expect(await remove(coordinator, added.id, 2)).toMatchObject({ __typename: "Practice", tools: [] });

    const where = { subject: "Practice", subjectId: practice.id };
    const history = await prisma.auditEntry.findMany({ where, orderBy: { id: "asc" } });
    expect(history.map(({ action, onBehalf }) => [action, onBehalf])).toEqual([
      ["practice.add_tool", false],
      ["practice.change_tool", false],
      ["practice.remove_tool", true],
    ]);
    expect(history[1]).toMatchObject({ before: { kind: "document" }, after: { kind: "clause" } });
  });

  it("keeps translations of the practice as fresh as they were", async () => {
    const { prisma } = api();
    const { city, editor } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft", version: 4 });
    const of = (language: string, sourceVersion: number) =>
      ({ practiceId: practice.id, language, sourceVersion, title: "T", origin: "human" }) as const;
    await prisma.practiceTranslation.createMany({ data: [of("fr", 4), of("de", 2)] });
    await add(editor, idOf(practice), template);
    const query = `query($slug: String!) { practice(slug: $slug) { version fr: reading(locale: "fr") { stale } de: reading(locale: "de") { stale } } }`;
    expect((await api().ask(editor, query, { slug: practice.slug })).data?.practice).toEqual({
      version: 5,
      fr: { stale: false },
      de: { stale: true },
    });
  });

  it("is not for strangers, and not while others judge the practice or once it is published", async () => {
    const { prisma } = api();
    const { city, editor, coordinator, outsider } = await people();
    for (const state of ["awaiting_sign_off", "submitted", "published", "archived"] as const) {
      const practice = await makePractice(prisma, { cityId: city.id, state });
      const tool = await makeTool(prisma, { practiceId: practice.id });
      for (const person of [editor, coordinator]) {
        const refused = { __typename: "Forbidden", reason: "not_in_this_state" };
        expect(await add(person, idOf(practice), template)).toEqual(refused);
        expect(await change(person, idOf(tool, "PracticeTool"), 1, template)).toEqual(refused);
        expect(await remove(person, idOf(tool, "PracticeTool"), 1)).toEqual(refused);
      }
      const right = state === "published" ? "Forbidden" : "NotFound";
      expect(await add(outsider, idOf(practice), template)).toMatchObject({ __typename: right });
      expect(await change(outsider, idOf(tool, "PracticeTool"), 1, template)).toMatchObject({ __typename: right });
      expect(await remove(outsider, idOf(tool, "PracticeTool"), 1)).toMatchObject({ __typename: right });
      expect(await prisma.practiceTool.count({ where: { practiceId: practice.id } })).toBe(1);
    }
  });

  it("is seen with its practice: a draft's by its own city and the network, a published one's by all", async () => {
    const { prisma } = api();
    const { city, editor, coordinator, outsider } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const tool = await makeTool(prisma, { practiceId: practice.id });
    const node = async (person: string | null) =>
      (
        await api().ask(person, `query($id: ID!) { node(id: $id) { ... on PracticeTool { title viewerCan } } }`, {
          id: idOf(tool, "PracticeTool"),
        })
      ).data?.node;
    for (const person of [null, outsider]) expect(await node(person)).toBeNull();
    for (const person of [editor, coordinator])
      expect(await node(person)).toEqual({ title: tool.title, viewerCan: ["practice_update"] });
    await prisma.practice.update({ where: { id: practice.id }, data: { state: "published" } });
    for (const person of [null, outsider, editor])
      expect(await node(person)).toEqual({ title: tool.title, viewerCan: [] });
  });

  it("is judged after the right: a stranger does not learn what is valid, an editor learns every fault", async () => {
    const { city, editor, outsider } = await people();
    const practice = await makePractice(api().prisma, { cityId: city.id, state: "draft" });
    const faulty = { ...template, title: " ", url: "javascript:alert(1)", licence: "Mine", language: "xx" };
    expect(await add(outsider, idOf(practice), faulty)).toMatchObject({ __typename: "NotFound" });
    const { issues } = await add(editor, idOf(practice), faulty);
    expect(issues).toEqual(
      expect.arrayContaining([
        { path: "title", code: "required" },
        { path: "url", code: "invalid_tool_url" },
        { path: "licence", code: "unknown_code" },
        { path: "language", code: "unknown_language" },
      ]),
    );
    for (const url of ["http://example.org", "https://localhost", "https://me:pw@example.org", "data:text/html,x"])
      expect(await add(editor, idOf(practice), { ...template, url })).toMatchObject({ __typename: "InvalidInput" });
    expect(await api().prisma.practiceTool.count({ where: { practiceId: practice.id } })).toBe(0);
  });

  it("is not overwritten by a stale form, nor by two who save at once", async () => {
    const { prisma } = api();
    const { city, editor } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const tool = await makeTool(prisma, { practiceId: practice.id });
    const id = idOf(tool, "PracticeTool");
    const both = await Promise.all(["One", "Two"].map((title) => change(editor, id, 1, { ...template, title })));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(["Conflict", "PracticeTool"]);
    expect(await remove(editor, id, 1)).toEqual({ __typename: "Conflict", currentVersion: 2 });
    expect(await remove(editor, id, 2)).toMatchObject({ __typename: "Practice" });
    expect(await change(editor, id, 2, template)).toMatchObject({ __typename: "NotFound" });
  });

  it("stays a list that a reader can choose from", async () => {
    const { prisma } = api();
    const { city, editor } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    for (let made = 0; made < mostTools; made += 1) await makeTool(prisma, { practiceId: practice.id });
    expect(await add(editor, idOf(practice), template)).toMatchObject({
      issues: [{ path: "title", code: "too_many_tools" }],
    });
    const { version } = await prisma.practice.findUniqueOrThrow({ where: { id: practice.id } });
    expect(version).toBe(1);
  });

  it("is kept with the snapshot of a review", async () => {
    const { prisma } = api();
    const { city, editor, approver } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    await add(editor, idOf(practice), template);
    const move = async (person: string, action: string) =>
      api().ask(
        person,
        `mutation($id: ID!, $version: Int!) { movePractice(id: $id, version: $version, action: ${action}) { __typename } }`,
        {
          version: await versionOf(prisma, idOf(practice)),
          id: idOf(practice),
        },
      );
    await move(editor, "request_sign_off");
    await move(approver, "sign_off");
    const review = await prisma.review.findFirstOrThrow({
      where: { practiceId: practice.id, decision: "signed_off" },
    });
    expect(review.snapshot).toMatchObject({ tools: [{ title: template.title, url: template.url }] });
  });

  it("is found by its own words while its practice is public, and by its practice's", async () => {
    const { prisma, drain } = api();
    const { city, editor, approver, coordinator } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft", title: "Velocipede shelters" });
    const { id } = await add(editor, idOf(practice), { ...template, title: "Marquise quetzalcoatlus" });
    const move = async (person: string, action: string, comment = "") => {
      await api().ask(
        person,
        `mutation($id: ID!, $version: Int!, $c: String) { movePractice(id: $id, version: $version, action: ${action}, comment: $c) { __typename } }`,
        {
          id: idOf(practice),
          version: await versionOf(prisma, idOf(practice)),
          c: comment,
        },
      );
      await drain();
    };
    const found = async (words: string) => {
      const query = `query($words: String!) { search(words: $words, filters: { kind: ["tool"] }) { hits { tool { title } } } }`;
      const { data } = await api().ask(null, query, { words });
      return (data?.search as { hits: unknown[] } | undefined)?.hits;
    };
    await drain();
    expect(await found("quetzalcoatlus")).toEqual([]);
    await move(editor, "request_sign_off");
    await move(approver, "sign_off");
    await move(coordinator, "publish");
    const hit = [{ tool: { title: "Marquise quetzalcoatlus" } }];
    expect(await found("quetzalcoatlus")).toEqual(hit);
    expect(await found("velocipede")).toEqual(hit);
    await move(coordinator, "reopen", "One more look.");
    expect(await found("quetzalcoatlus")).toEqual([]);
    expect(await remove(editor, id, 1)).toMatchObject({ __typename: "Practice" });
    await move(editor, "request_sign_off");
    await move(approver, "sign_off");
    await move(coordinator, "publish");
    expect(await found("quetzalcoatlus")).toEqual([]);
  });
});
