import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makePractice } from "../../support/factories/practice.ts";

/** After an empty search people of a city ask the network; the secretariat answers them, in nobody else's sight. */
const api = useApi();

const outcome = `__typename
  ... on InvalidInput { issues { path code } } ... on Forbidden { reason } ... on NotFound { subject }`;
const fields = "id words question locale state city { slug } askerName answer answerLocale practice { slug } viewerCan";

type Row = { __typename: string; id: string; state: string; issues?: { path: string; code: string }[] } & Record<
  string,
  unknown
>;

async function run(person: string | null, document: string, variables: object): Promise<Row> {
  const { data, errors } = await api().ask(person, document, variables);
  expect(errors).toBeUndefined();
  return data?.it as Row;
}

const ask = (person: string | null, variables: object = {}) =>
  run(
    person,
    `mutation($words: String!, $question: String!, $locale: String!, $cityId: ID) {
      it: askNetwork(words: $words, question: $question, locale: $locale, cityId: $cityId) { ${outcome} ... on SearchQuestion { ${fields} } } }`,
    { words: "vertical  farming", question: "Has anybody done this on a school?", locale: "en", ...variables },
  );

const answer = (person: string | null, id: string, variables: object = {}) =>
  run(
    person,
    `mutation($id: ID!, $answer: String!, $locale: String, $practice: String) {
      it: answerSearchQuestion(id: $id, answer: $answer, locale: $locale, practiceSlug: $practice) { ${outcome} ... on SearchQuestion { ${fields} } } }`,
    { id, answer: "Yes, in the north.", ...variables },
  );

async function seen(person: string | null, args = ""): Promise<string[]> {
  const { data, errors } = await api().ask(person, `{ searchQuestions(first: 100${args}) { edges { node { id } } } }`);
  expect(errors).toBeUndefined();
  return (
    (data?.searchQuestions as { edges: { node: { id: string } }[] } | undefined)?.edges.map(({ node }) => node.id) ?? []
  );
}

async function people() {
  const { prisma } = api();
  const city = await makeCity(prisma);
  const editor = await makeMember(prisma, city.id);
  await prisma.user.update({ where: { id: editor }, data: { locale: "fr" } });
  const colleague = await makeMember(prisma, city.id, "approver");
  const coordinator = await makeNetworkPerson(prisma);
  await prisma.user.update({ where: { id: coordinator }, data: { locale: "pl" } });
  return { city, editor, colleague, coordinator, reviewer: await makeNetworkPerson(prisma, "reviewer") };
}

const mailTo = (person: string) => api().mailer.sent.filter(({ to }) => to === `${person}@example.org`);

describe("asking and answering", () => {
  it("goes to the secretariat and back by mail, each in the reader's language", async () => {
    const { city, editor, colleague, coordinator, reviewer } = await people();
    const asked = await ask(editor);
    expect(asked).toMatchObject({
      ...{ __typename: "SearchQuestion", words: "vertical farming", state: "open", city: { slug: city.slug } },
      ...{ answer: null, practice: null, viewerCan: [] },
    });
    await api().drain();
    const [told] = mailTo(coordinator);
    expect(told).toMatchObject({ locale: "pl", subject: `Pytanie do sieci: ${city.name}` });
    expect(told?.text).toContain("Has anybody done this on a school?");
    expect(told?.text).toContain(`http://quintet.test/pl/network/search/questions/${encodeURIComponent(asked.id)}`);
    expect([...mailTo(reviewer), ...mailTo(colleague), ...mailTo(editor)]).toEqual([]);

    const practice = await makePractice(api().prisma, { title: "Salad on the roof" });
    const link = `https://quintet.example/de/practices/${practice.slug}?x=1`;
    const done = await answer(coordinator, asked.id, { practice: link, locale: "de", answer: "Ja, im Norden." });
    expect(done).toMatchObject({
      ...{ state: "answered", answer: "Ja, im Norden.", answerLocale: "de", practice: { slug: practice.slug } },
      viewerCan: [],
    });
    await api().drain();
    const [back, ...more] = mailTo(editor);
    expect(more).toEqual([]);
    expect(back).toMatchObject({ locale: "fr", subject: "Une réponse à votre question sur « vertical farming »" });
    for (const text of ["Ja, im Norden.", "Salad on the roof", `/fr/practices/${practice.slug}`, "/fr/search/ask"])
      expect(back?.text).toContain(text);
    const entries = await api().prisma.auditEntry.findMany({ where: { subject: "SearchQuestion", cityId: city.id } });
    expect(entries.map(({ action, actorId }) => `${action} ${actorId}`).toSorted()).toEqual([
      `search.answer ${coordinator}`,
      `search.ask ${editor}`,
    ]);
    expect(JSON.stringify(entries)).not.toContain("school");
  });

  it("says what is wrong with a question or an answer, and saves neither", async () => {
    const { editor, coordinator } = await people();
    const bad = await ask(editor, { words: " ", question: "\n", locale: "xx" });
    expect(bad.issues?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "words required",
      "question required",
      "locale unknown_language",
    ]);
    expect((await ask(editor, { question: "x".repeat(2001) })).issues?.[0]?.code).toBe("too_long");
    expect(await seen(editor)).toEqual([]);
    const { id } = await ask(editor);
    expect((await answer(coordinator, id, { answer: " " })).issues?.[0]).toEqual({ path: "answer", code: "required" });
    const draft = await makePractice(api().prisma, { title: "Not ready", state: "draft" });
    for (const practice of [draft.slug, "no-such-practice", "https://example.org/"]) {
      const refused = await answer(coordinator, id, { practice });
      expect(refused.issues?.[0], practice).toEqual({ path: "practiceSlug", code: "unknown_practice" });
    }
    expect((await answer(coordinator, id, { practice: " " })).state).toBe("answered");
    expect((await answer(coordinator, id)).reason).toBe("not_in_this_state");
  });

  it("lets ten questions of a person wait, and asks for which city where there are several", async () => {
    const { prisma } = api();
    const { city, editor, coordinator } = await people();
    const other = await makeCity(prisma);
    await prisma.membership.create({ data: { userId: editor, cityId: other.id, role: "approver" } });
    expect((await ask(editor)).issues?.[0]).toEqual({ path: "cityId", code: "required" });
    const cityId = encodeGlobalID("City", other.id);
    const first = await ask(editor, { cityId });
    expect(first.city).toEqual({ slug: other.slug });
    const together = await Promise.all(Array.from({ length: 12 }, () => ask(editor, { cityId })));
    const refused = together.filter(({ issues }) => issues?.[0]?.code === "too_many_questions");
    expect(refused).toHaveLength(3);
    await answer(coordinator, first.id);
    expect((await ask(editor, { cityId: encodeGlobalID("City", city.id) })).state).toBe("open");
  });
});

describe("who may", () => {
  it("ask: people of a city, for their own city", async () => {
    const { prisma } = api();
    const { city, coordinator, reviewer, editor } = await people();
    const cityId = encodeGlobalID("City", city.id);
    expect((await ask(null)).reason).toBe("sign_in_first");
    for (const person of [coordinator, reviewer, await makePerson(prisma)]) {
      expect((await ask(person)).reason).toBe("not_your_right");
      expect((await ask(person, { cityId })).reason).toBe("not_your_right");
    }
    const foreign = encodeGlobalID("City", (await makeCity(prisma)).id);
    expect((await ask(editor, { cityId: foreign })).reason).toBe("not_your_right");
  });

  it("read: the asker and the secretariat; answer: the secretariat", async () => {
    const { editor, colleague, coordinator, reviewer } = await people();
    const { id } = await ask(editor);
    for (const person of [null, colleague, reviewer]) {
      expect(await seen(person)).toEqual([]);
      expect((await api().ask(person, "query($id: ID!) { node(id: $id) { id } }", { id })).data).toEqual({
        node: null,
      });
    }
    expect(await seen(editor)).toEqual([id]);
    expect(await seen(coordinator)).toContain(id);
    expect(await seen(coordinator, ", mine: true")).toEqual([]);
    expect(await seen(coordinator, ", state: answered")).not.toContain(id);
    expect((await answer(null, id)).reason).toBe("sign_in_first");
    expect((await answer(editor, id)).reason).toBe("not_your_right");
    for (const person of [colleague, reviewer]) expect((await answer(person, id)).__typename).toBe("NotFound");
    expect((await answer(coordinator, id)).state).toBe("answered");
  });

  it("go: a question leaves with its asker's account", async () => {
    const { prisma } = api();
    const { editor, coordinator } = await people();
    const { id } = await ask(editor);
    await prisma.user.delete({ where: { id: editor } });
    expect(await seen(coordinator)).not.toContain(id);
    await api().drain();
  });
});
