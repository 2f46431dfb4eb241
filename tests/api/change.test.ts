import { type GraphQLField, isInputObjectType, isNonNullType, isObjectType, getNullableType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "#graphql/schema.ts";
import { forgetKeys } from "#graphql/kernel/idempotency.ts";
import { useApi } from "../support/api.ts";
import { cityId, pilotDesk, pilotId } from "../support/desks/pilot.ts";
import { makeMember } from "../support/factories/person.ts";
import { makePilot } from "../support/factories/pilot.ts";

/** How every mutation is done (graphql/kernel/change.ts), whatever it changes. */

const api = useApi();
const { prisma, call, team } = pilotDesk(api);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
type Mutation = GraphQLField<unknown, unknown>;

/** Mutations that go another way, and why. */
const otherWays: Record<string, string> = {
  requestSignInCode: "nobody is signed in yet",
  signIn: "nobody is signed in yet",
  signOut: "ends the session that asks",
  unsubscribe: "the token of a mail is the right",
  deleteSavedSearch: "goes through change(), and answers no row",
};

/** Changes of a row that counts versions which ask for none, and why. */
const unversioned: Record<string, string> = {
  withdrawInterest: "a declaration about a city says nothing of its page",
};

/** Additions without a key, and why. */
const keyless: Record<string, string> = {};

const changes = ({ extensions }: Mutation) => extensions as { changes?: string; adds?: boolean };

function countsVersions(type: string | undefined): boolean {
  const named = type === undefined ? undefined : schema.getType(type);
  return isObjectType(named) && "version" in named.getFields();
}

/** Whether the version has to be sent: as an argument, or with the fields of `input`. */
function wantsVersion({ args }: Mutation): boolean {
  const fields = args.flatMap(({ name, type }) => {
    const input = getNullableType(type);
    return name === "input" && isInputObjectType(input) ? Object.values(input.getFields()) : [{ name, type }];
  });
  return fields.some(({ name, type }) => name === "version" && isNonNullType(type));
}

describe("the mutations of the schema", () => {
  it("are done one way", () => {
    const others = mutations.filter((field) => changes(field).changes === undefined).map(({ name }) => name);
    expect(others.toSorted()).toEqual(Object.keys(otherWays).toSorted());
  });

  it.each(mutations.map((field) => [field.name, field] as const))(
    "%s wants the version that was shown",
    (name, field) => {
      const { changes: type, adds } = changes(field);
      if (adds || name in unversioned || !countsVersions(type)) return;
      expect(wantsVersion(field), "Leave out `adds`, and let the aggregate say `versions`.").toBe(true);
    },
  );
});

describe("the additions of the schema", () => {
  const made = mutations.filter(
    (field) => changes(field).adds || /^(create|add|start|ask|admit|choose)/.test(field.name),
  );
  it.each(made.map((field) => [field.name, field] as const))("%s takes a key of the sender's own", (name, { args }) => {
    expect(args.some((arg) => arg.name === "idempotencyKey") || name in keyless).toBe(true);
  });
});

const scale = (value: number) => `list: [{ kind: staff, value: "${value}" }]`;
const funding = `list: [{ programme: "LIFE", amount: "10", currency: "EUR" }]`;

describe("two changes of one row that were made from the same page", () => {
  const both: [string, string][] = [
    ["setPilotScale", scale(3)],
    ["setPilotFunding", funding],
    ["setPilotConcepts", "slugs: []"],
    ["updatePilot", `input: { version: 1, purpose: "Saves." }`],
  ];
  const pairs = both.flatMap((first) => both.map((second) => [first[0], second[0], first, second] as const));

  it.each(pairs)("%s and %s: one is done, the other is a Conflict", async (_first, _second, ...pair) => {
    const { city, editor } = await team();
    const { id } = await makePilot(prisma(), { cityId: city.id, bare: true });
    const answers = await Promise.all(
      pair.map(([name, args]) =>
        call(editor, name, `id: "${pilotId(id)}" ${args.includes("version") ? "" : "version: 1"} ${args}`),
      ),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["Conflict", "Pilot"]);
    expect(answers.find(({ __typename }) => __typename === "Conflict")).toMatchObject({ currentVersion: 2 });
  });
});

/** Additions by somebody to their city and its pilot: what is asked, and how many rows there are afterwards. */
type Place = { city: { id: string }; pilot: { id: string }; title: string };
type Addition = {
  mutation: string;
  type: string;
  args: (place: Place) => string;
  /** The same, with other content. */
  other: (place: Place) => string;
  count: (place: Place) => Promise<number>;
};

const inCity = ({ city }: Place) => `cityId: "${cityId(city.id)}"`;
const entry = (text: string) => `input: { enteredOn: "2026-11-20", stage: under_way, language: "fr", text: "${text}" }`;

const additions: Addition[] = [
  {
    mutation: "createPilot",
    type: "Pilot",
    args: (place) => `${inCity(place)} slot: 3 title: "${place.title}" language: "fr"`,
    other: (place) => `${inCity(place)} slot: 4 title: "${place.title}" language: "fr"`,
    count: ({ title }) => prisma().pilot.count({ where: { title } }),
  },
  {
    mutation: "createPractice",
    type: "Practice",
    args: (place) => `${inCity(place)} title: "${place.title}" language: "fr"`,
    other: (place) => `${inCity(place)} title: "${place.title}" language: "de"`,
    count: ({ title }) => prisma().practice.count({ where: { title } }),
  },
  {
    mutation: "addPilotEntry",
    type: "Pilot",
    args: ({ pilot, title }) => `id: "${pilotId(pilot.id)}" ${entry(title)}`,
    other: ({ pilot, title }) => `id: "${pilotId(pilot.id)}" ${entry(`${title} and more`)}`,
    count: ({ title }) => prisma().pilotEntry.count({ where: { text: { startsWith: title } } }),
  },
  {
    mutation: "saveContact",
    type: "Contact",
    args: (place) => `${inCity(place)} input: { name: "${place.title}", phone: "1", shown: false }`,
    other: (place) => `${inCity(place)} input: { name: "${place.title}", phone: "2", shown: false }`,
    count: ({ title }) => prisma().contact.count({ where: { name: title } }),
  },
  {
    mutation: "saveSearch",
    type: "SavedSearch",
    args: ({ title }) => `words: "${title}" locale: "en" cadence: daily`,
    other: ({ title }) => `words: "${title}" locale: "fr" cadence: weekly`,
    count: ({ title }) => prisma().savedSearch.count({ where: { words: title } }),
  },
  {
    mutation: "askNetwork",
    type: "SearchQuestion",
    args: ({ title }) => `words: "${title}" question: "Who?" locale: "en"`,
    other: ({ title }) => `words: "${title}" question: "How?" locale: "en"`,
    count: ({ title }) => prisma().searchQuestion.count({ where: { words: title } }),
  },
];

let serial = 0;

/** A city with an editor and a pilot, and a word that nothing else has. */
async function place() {
  const { city, editor } = await team();
  const pilot = await makePilot(prisma(), { cityId: city.id, bare: true });
  serial += 1;
  return { city, editor, pilot, title: `Something new ${serial}` };
}

async function send(person: string, { mutation, type }: Addition, args: string, key: string) {
  const document = `mutation { it: ${mutation}(${args} idempotencyKey: "${key}") {
    __typename ... on ${type} { id } ... on InvalidInput { issues { path code } } } }`;
  const { data, errors } = await api().ask(person, document);
  expect(errors).toBeUndefined();
  return data?.it as { __typename: string; id: string };
}

describe.each(additions.map((addition) => [addition.mutation, addition] as const))(
  "%s with a key of the sender's own",
  (_name, addition) => {
    it("is done once, however often it is sent, one after the other or at once", async () => {
      const at = await place();
      const atOnce = await Promise.all([1, 2, 3].map(() => send(at.editor, addition, addition.args(at), "tap")));
      const [first] = atOnce;
      expect(first?.__typename).toBe(addition.type);
      const again = await send(at.editor, addition, addition.args(at), "tap");
      expect([...atOnce, again].map(({ id }) => id)).toEqual(Array(4).fill(first?.id));
      expect(await addition.count(at)).toBe(1);
      expect(await prisma().idempotencyKey.count({ where: { personId: at.editor } })).toBe(1);
    });

    it("is refused with other content", async () => {
      const at = await place();
      await send(at.editor, addition, addition.args(at), "tap");
      expect(await send(at.editor, addition, addition.other(at), "tap")).toMatchObject({
        issues: [{ path: "idempotencyKey", code: "key_reused" }],
      });
      expect(await addition.count(at)).toBe(1);
    });

    it("is another request with another key or from another person", async () => {
      const at = await place();
      const first = await send(at.editor, addition, addition.args(at), "tap");
      const colleague = await makeMember(prisma(), at.city.id, "editor");
      await send(colleague, addition, addition.other(at), "tap");
      await send(at.editor, addition, addition.args(at), "tap 2");
      expect(await send(at.editor, addition, addition.args(at), "tap")).toEqual(first);
      const keys = await prisma().idempotencyKey.findMany({ where: { personId: colleague } });
      expect(keys.map(({ key }) => key)).toEqual(["tap"]);
    });
  },
);

describe("a key", () => {
  const [addition] = additions as [Addition];

  it("has 1 to 100 characters", async () => {
    const at = await place();
    const codes = await Promise.all(
      ["", "x".repeat(101)].map((key) => send(at.editor, addition, addition.args(at), key)),
    );
    expect(codes).toMatchObject([
      { issues: [{ path: "idempotencyKey", code: "required" }] },
      { issues: [{ path: "idempotencyKey", code: "too_long" }] },
    ]);
    expect(await send(at.editor, addition, addition.args(at), "x".repeat(100))).toMatchObject({ __typename: "Pilot" });
  });

  it("is kept only of what was made, and forgotten after a day", async () => {
    const at = await place();
    const bad = addition.args(at).replace("slot: 3", "slot: 9");
    expect(await send(at.editor, addition, bad, "tap")).toMatchObject({ __typename: "InvalidInput" });
    expect(await send(at.editor, addition, addition.args(at), "tap")).toMatchObject({ __typename: "Pilot" });
    const mine = () => prisma().idempotencyKey.count({ where: { personId: at.editor } });
    await forgetKeys(prisma(), new Date("2026-11-23T11:00:00Z"));
    expect(await mine()).toBe(1);
    await forgetKeys(prisma(), new Date("2026-11-23T13:00:00Z"));
    expect(await mine()).toBe(0);
  });
});
