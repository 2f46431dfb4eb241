import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const ReadInventorySheetDocument = graphql(`
  mutation ReadInventorySheet($id: ID!, $input: ReadSheetInput!) {
    readInventorySheet(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on SheetImport {
        id
        issues {
          row
          code
          params {
            name
            value
          }
        }
      }
    }
  }
`);

export const ApplyInventorySheetDocument = graphql(`
  mutation ApplyInventorySheet($id: ID!, $version: Int!, $importId: ID!, $mode: SheetMode!) {
    applyInventorySheet(id: $id, version: $version, importId: $importId, mode: $mode) {
      __typename
      ...Refusal
    }
  }
`);

export const DiscardInventorySheetDocument = graphql(`
  mutation DiscardInventorySheet($id: ID!, $version: Int!, $importId: ID!) {
    discardInventorySheet(id: $id, version: $version, importId: $importId) {
      __typename
      ...Refusal
    }
  }
`);

type SheetImport = Extract<
  ResultOf<typeof ReadInventorySheetDocument>["readInventorySheet"],
  { __typename: "SheetImport" }
>;

/** Has a file read. Faults of the file as a whole are told at its field, and nothing of it is kept. */
export async function readSheetFile(
  asker: Asker,
  { id, version }: { id: string; version: number },
  file: File,
  locale: string,
): Promise<{ importId: string; problem: null } | { importId: null; problem: FormProblem }> {
  const contentBase64 = Buffer.from(await file.arrayBuffer()).toString("base64");
  if (contentBase64 === "") return { importId: null, problem: atFile("sheet_empty") };
  const input = { fileName: file.name.slice(-200), contentBase64, locale };
  const answer = (await mutate(asker, ReadInventorySheetDocument, { id, input })).readInventorySheet;
  if (answer.__typename !== "SheetImport") {
    const issues = (outcome(answer).problem?.issues ?? []).map((issue) => ({ ...issue, path: "file" }));
    return { importId: null, problem: { conflict: null, issues } };
  }
  const whole = wholeFile(answer);
  if (!whole) return { importId: answer.id, problem: null };
  outcome(await discardSheet(asker, { id, version, importId: answer.id }));
  return { importId: null, problem: whole };
}

/** What is wrong with the file as such; null when its faults lie in rows. */
function wholeFile({ issues }: SheetImport): FormProblem | null {
  if (issues.length === 0 || issues.some(({ row }) => row !== null)) return null;
  return {
    conflict: null,
    issues: issues.map(({ code, params }) => ({
      path: "file",
      code,
      params: Object.fromEntries(params.map(({ name, value }) => [name, value])),
    })),
  };
}

/** A form without a usable file. */
export function atFile(code: string, params: Record<string, string> = {}): FormProblem {
  return { conflict: null, issues: [{ path: "file", code, params }] };
}

type KeptImport = { id: string; version: number; importId: string };

/** Takes the lines over; answers the mutation's union member. */
export async function applySheet(asker: Asker, kept: KeptImport & { mode: "add" | "replace" }) {
  return (await mutate(asker, ApplyInventorySheetDocument, kept)).applyInventorySheet;
}

/** Forgets what was read; answers the mutation's union member. */
export async function discardSheet(asker: Asker, kept: KeptImport) {
  return (await mutate(asker, DiscardInventorySheetDocument, kept)).discardInventorySheet;
}
