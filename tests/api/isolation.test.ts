import { describe, expect, it } from "vitest";
import { openMutations } from "#graphql/identity/policy.ts";
import { schema } from "#graphql/schema.ts";
import { useApi } from "../support/api.ts";
import { type Call, foreignCalls, isMixable, mixedCalls, ownCall } from "../support/schema/attack.ts";
import { digest } from "../support/database/digest.ts";
import { severally } from "../support/severally.ts";
import { makeHome, makeRows } from "../support/schema/hidden-rows.ts";
import { localIds, useStrangers } from "../support/schema/strangers.ts";

/** Generated from the schema: no mutation and no node reaches another city's rows. A new mutation is covered as it is. */
const api = useApi();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
  (field) => [field.name, field] as const,
);

/** About the asker alone, so that it may succeed; it must leave everybody else's rows alone. */
const aboutOneself: Record<string, string> = {
  updateProfile: "the asker's own name and language",
  signOut: "the asker's own session",
  saveSearch: "the asker's own list",
  askNetwork: "a question for a city of one's own",
  ...Object.fromEntries(openMutations.map((name) => [name, "before anyone is signed in"])),
};

/** Where a foreign row that everyone may see is meant to be named. */
const namesOthers: Record<string, string> = {
  inviteCity: "asks another city to share one's own pilot",
  setPracticePlaces: "names the cities where one's own practice was done too",
};

const strangers = useStrangers(api);

/** An approver of another city may do most of all; who may less tries, too, where everything is run. */
const tried = process.env.TEST_ALL ? /./ : /neighbour/;

/** What a call answers: the member of the union, or the error's code. */
async function answerTo(person: string | null, name: string, { document, variables }: Call): Promise<string> {
  const { data, errors } = await api().ask(person, document, variables);
  const answer = data?.[name] as { __typename?: string; issues?: unknown } | undefined;
  if (answer?.__typename) return answer.issues ? `InvalidInput ${JSON.stringify(answer.issues)}` : answer.__typename;
  return `error ${errors?.[0]?.extensions?.code}: ${errors?.[0]?.message}`;
}

describe("nobody changes another city's rows", () => {
  it.each(mutations)("%s", async (name, field) => {
    const { prisma } = api();
    const { foreign, people } = strangers();
    const oneself = name in aboutOneself;
    const watched = oneself ? Object.values(foreign).flatMap(localIds) : undefined;
    const before = await digest(prisma, watched);
    const wrong: string[] = [];
    for (const [who, person] of Object.entries(people)) {
      if (!tried.test(who)) continue;
      for (const [which, rows] of Object.entries(foreign)) {
        if (person === null && which !== "open") continue;
        const calls = foreignCalls(field, { ...foreign.open, ...rows }, Object.keys(rows));
        const answers = await severally(calls, (call) => answerTo(person, name, call));
        const refused = person === null ? ["Forbidden"] : ["Forbidden", "NotFound"];
        if (oneself) continue;
        answers.forEach((answer, index) => {
          if (!refused.includes(answer)) wrong.push(`${who}, ${which} ${calls[index]?.title}: ${answer}`);
        });
      }
    }
    expect(wrong, "Find the row as visible to the viewer, authorise on the stored row, and only then parse.").toEqual(
      [],
    );
    expect(await digest(prisma, watched), "Something was written.").toEqual(before);
  });
});

describe("a foreign id among one's own is refused", () => {
  it.each(mutations.filter(([, field]) => isMixable(field)))("%s", async (name, field) => {
    const { prisma } = api();
    const { foreign } = strangers();
    const home = await makeHome(prisma);
    const own = await makeRows(prisma, home, false);
    const wrong: string[] = [];
    for (const which of ["hidden", "unpublished", "open"] as const) {
      if (which === "open" && name in namesOthers) continue;
      const watched = localIds(foreign[which]);
      const before = await digest(prisma, watched);
      const calls = mixedCalls(field, own, foreign[which]);
      const answers = await severally(calls, (call) => answerTo(home.userId, name, call));
      answers.forEach((answer, index) => {
        const refused = /^(Forbidden|NotFound|InvalidInput .*)$/.test(answer);
        if (!refused) wrong.push(`${which}, ${calls[index]?.title}: ${answer}`);
      });
      expect(await digest(prisma, watched), `Rows that mention ${which} ones were written.`).toEqual(before);
    }
    expect(wrong, "Check that every id in the input belongs to the same city, or is visible.").toEqual([]);
  });
});

describe("the generated input is good enough to tell", () => {
  const plain = [
    "updateCity",
    "saveContact",
    "addMember",
    "createPilot",
    "updatePilot",
    "addPilotEntry",
    "saveResult",
    "createPractice",
    "updatePractice",
    "addPracticeTool",
    "startInventory",
    "saveInventoryLine",
  ];

  it.each(mutations.filter(([name]) => plain.includes(name)))(
    "%s succeeds with one's own rows",
    async (name, field) => {
      const { prisma } = api();
      const home = await makeHome(prisma);
      const own = await makeRows(prisma, home, false);
      const mainTypes = ["City", "Pilot", "Practice", "Inventory"];
      const answers = await Promise.all(
        [true, false].flatMap((full) =>
          mainTypes.map((type) => answerTo(home.userId, name, ownCall(field, own, type, full))),
        ),
      );
      expect(
        answers.some((answer) => !/^(Forbidden|NotFound|InvalidInput .*|Conflict|error .*)$/.test(answer)),
        answers.join("\n"),
      ).toBe(true);
    },
  );
});
