import { decodeGlobalID } from "@pothos/plugin-relay";
import { beforeAll } from "vitest";
import type { TestApi } from "../api.ts";
import type { Rows } from "./attack.ts";
import { makePerson } from "../factories/person.ts";
import { type Home, makeHome, makeRows } from "./hidden-rows.ts";

/** What a signatory shows of itself, also where its drafts are hidden. */
const ofTheCity = ["City", "Accession", "AccessionDocument", "Ceremony"];

export type Strangers = {
  candidate: Home;
  signatory: Home;
  neighbour: Home;
  /** Rows of a candidate; published rows of a signatory; unpublished rows of the same signatory. */
  foreign: Record<"hidden" | "open" | "unpublished", Rows>;
  /** Who must not reach them: nobody, somebody signed in, an editor and approver of another city. */
  people: Record<"nobody" | "somebody" | "neighbour", string | null>;
};

/** Two cities whose rows are nobody else's business, and three who try. */
export function useStrangers(api: () => TestApi): () => Strangers {
  let strangers: Strangers | undefined;
  beforeAll(async () => {
    const { prisma } = api();
    const candidate = await makeHome(prisma, { candidate: true });
    const signatory = await makeHome(prisma);
    const neighbour = await makeHome(prisma, { name: "Neighbour" });
    const foreign = {
      hidden: await makeRows(prisma, candidate, false),
      open: await makeRows(prisma, signatory, true),
      unpublished: without(await makeRows(prisma, signatory, false), ofTheCity),
    };
    const people = { nobody: null, somebody: await makePerson(prisma), neighbour: neighbour.userId };
    strangers = { candidate, signatory, neighbour, foreign, people };
  });
  return () => {
    if (!strangers) throw new Error("Nobody is there yet.");
    return strangers;
  };
}

function without(rows: Rows, types: readonly string[]): Rows {
  return Object.fromEntries(Object.entries(rows).filter(([type]) => !types.includes(type)));
}

/** The database's own ids behind global ones. */
export function localIds(rows: Rows): string[] {
  return Object.values(rows).map((id) => decodeGlobalID(id).id);
}
