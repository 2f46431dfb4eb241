import { encodeGlobalID } from "@pothos/plugin-relay";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restorable } from "#graphql/report/history/restore.store.ts";
import { useApi } from "../../support/api.ts";
import { pilotDesk } from "../../support/desks/pilot.ts";
import { makePerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { versionOf } from "../../support/schema/version.ts";

const api = useApi();
const desk = pilotDesk(api);

const text = fc.constantFrom(null, "One.", "Two.", "Three.\nFour.");
const date = fc.constantFrom(
  null,
  { date: "2025-01-01", precision: "month" },
  { date: "2025-01-01", precision: "day" },
  { date: "2024-01-01", precision: "year" },
);
const sources = fc.constantFrom([], [{ title: "A report" }], [{ title: "A page", url: "https://example.org/" }]);
const partners = fc.constantFrom([], ["A firm"], ["A firm", "A school"]);
const title = fc.constantFrom("One", "Two", "Three");
const area = fc.constantFrom(null, "buildings", "water");

/** What the change of each kind may be given. */
const inputs = {
  Pilot: fc.record(
    { title, purpose: text, licence: text, area, started: date, sources, partners },
    { requiredKeys: [] },
  ),
  Practice: fc.record(
    { title, problem: text, area, started: date, sources, partners, costBand: fc.constantFrom("unknown", "under_10k") },
    { requiredKeys: [] },
  ),
  City: fc.record(
    {
      department: text,
      population: fc.constantFrom(1000, 2000),
      populationYear: fc.constantFrom(2020, 2021),
      website: fc.constantFrom(null, "https://example.org/"),
    },
    { requiredKeys: ["population", "populationYear"] },
  ),
} as const;
type Kind = keyof typeof inputs;

async function make(kind: Kind) {
  const { city, editor } = await desk.team();
  const of = { cityId: city.id, state: "draft" } as const;
  const { prisma } = api();
  const id = { Pilot: () => makePilot(prisma, of), Practice: () => makePractice(prisma, of), City: async () => city };
  return { editor, id: (await id[kind]()).id };
}

async function row(kind: Kind, id: string) {
  const { prisma } = api();
  const where = { where: { id } };
  const stored = {
    Pilot: () => prisma.pilot.findUniqueOrThrow(where),
    Practice: () => prisma.practice.findUniqueOrThrow(where),
    City: () => prisma.city.findUniqueOrThrow(where),
  };
  const found = (await stored[kind]()) as unknown as Record<string, unknown>;
  return { version: Number(found.version), values: restorable[kind].map((key) => [key, found[key]]) };
}

async function change(
  person: string | null,
  kind: Kind,
  name: string,
  variables: { id: string; [name: string]: unknown },
): Promise<string> {
  const [first, type] = name === "update" ? ["$input", `Update${kind}Input!`] : ["$entry", "ID!"];
  const [declared, passed] = name === "restore" ? [", $version: Int!", ", version: $version"] : ["", ""];
  const query = `mutation($id: ID!${declared}, ${first}: ${type}) { ${name}${kind}(id: $id${passed}, ${first.slice(1)}: ${first}) {
    __typename ... on InvalidInput { issues { path code } } } }`;
  const version = await versionOf(api().prisma, variables.id);
  const { data, errors } = await api().ask(person, query, { version, ...variables });
  expect(errors).toBeUndefined();
  const answer = data?.[`${name}${kind}`] as { __typename: string; issues?: object };
  return answer.issues ? JSON.stringify(answer.issues) : answer.__typename;
}

const newest = async (id: string) =>
  (
    await api().prisma.auditEntry.findFirstOrThrow({
      where: { subjectId: id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    })
  ).id;

describe("an earlier version", () => {
  it.each(["Pilot", "Practice", "City"] as const)("of a %s is brought back as it was recorded", async (kind) => {
    const asked = fc.tuple(fc.array(inputs[kind] as fc.Arbitrary<object>, { minLength: 2, maxLength: 5 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(asked, async ([changes, which]) => {
        const { editor, id } = await make(kind);
        const globalId = encodeGlobalID(kind, id);
        const versions: { entry: string; values: unknown }[] = [];
        for (const input of changes) {
          const { version } = await row(kind, id);
          expect(await change(editor, kind, "update", { id: globalId, input: { ...input, version } })).toBe(kind);
          versions.push({ entry: await newest(id), values: (await row(kind, id)).values });
        }
        const wanted = versions[which % versions.length];
        expect(await change(editor, kind, "restore", { id: globalId, entry: wanted?.entry })).toBe(kind);
        expect((await row(kind, id)).values).toEqual(wanted?.values);
      }),
      { numRuns: 6 },
    );
  });

  it("is brought back only by those who may change it, in a state that allows it, from its own history", async () => {
    const { prisma } = api();
    const { editor, id } = await make("Pilot");
    const globalId = encodeGlobalID("Pilot", id);
    await change(editor, "Pilot", "update", { id: globalId, input: { version: 1, purpose: "Other." } });
    const entry = await newest(id);
    expect(await change(await makePerson(prisma), "Pilot", "restore", { id: globalId, entry })).toBe("NotFound");
    const other = await make("Pilot");
    const foreign = { id: encodeGlobalID("Pilot", other.id), entry };
    expect(await change(other.editor, "Pilot", "restore", foreign)).toBe("NotFound");
    await prisma.pilot.update({ where: { id }, data: { state: "submitted" } });
    expect(await change(editor, "Pilot", "restore", { id: globalId, entry })).toBe("Forbidden");
  });
});

describe("two versions", () => {
  const compare = async (person: string | null, subjectId: string, from: string, to: string) =>
    api().ask(
      person,
      `query($subjectId: ID!, $from: ID!, $to: ID!) {
        compareHistory(subjectId: $subjectId, from: $from, to: $to) { field before after } }`,
      { subjectId, from, to },
    );

  it("are compared field by field, whichever is named first", async () => {
    const { editor, id } = await make("Pilot");
    const globalId = encodeGlobalID("Pilot", id);
    const entries: string[] = [];
    for (const [index, purpose] of ["One.", "Two.", "Three."].entries()) {
      const input = { version: index + 1, purpose, licence: index === 1 ? "Free." : null };
      await change(editor, "Pilot", "update", { id: globalId, input });
      entries.push(await newest(id));
    }
    const [first = "", second = "", third = ""] = entries;
    const whole = [{ field: "purpose", before: "One.", after: "Three." }];
    expect((await compare(editor, globalId, first, third)).data?.compareHistory).toEqual(whole);
    expect((await compare(editor, globalId, third, first)).data?.compareHistory).toEqual(whole);
    expect((await compare(editor, globalId, second, third)).data?.compareHistory).toEqual([
      { field: "licence", before: "Free.", after: null },
      { field: "purpose", before: "Two.", after: "Three." },
    ]);
    expect((await compare(editor, globalId, third, third)).data?.compareHistory).toEqual([]);
    expect((await compare(null, globalId, first, third)).errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    const stranger = await make("Pilot");
    const foreign = await compare(stranger.editor, encodeGlobalID("Pilot", stranger.id), first, third);
    expect(foreign.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});
