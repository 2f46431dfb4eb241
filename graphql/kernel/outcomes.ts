import { builder } from "./builder.ts";
import { Conflict, Forbidden, InvalidInput, type Issue, NotFound } from "./errors.ts";

/** The GraphQL faces of the expected outcomes; every mutation's union may hold them. */
const outcome = builder.interfaceRef<{ code: string; message: string }>("Outcome").implement({
  description: "Why a mutation did not do what was asked. `code` is stable, `message` is for developers.",
  fields: (t) => ({ code: t.exposeString("code"), message: t.exposeString("message") }),
});

export const issueParam = builder.objectRef<{ name: string; value: string }>("IssueParam").implement({
  fields: (t) => ({ name: t.exposeString("name"), value: t.exposeString("value") }),
});

const issue = builder.objectRef<Issue>("Issue").implement({
  description: "One fault of one field: `path` leads to it from the input, `code` names the broken rule.",
  fields: (t) => ({
    path: t.exposeString("path"),
    code: t.exposeString("code"),
    params: t.field({
      type: [issueParam],
      resolve: ({ params }) => Object.entries(params ?? {}).map(([name, value]) => ({ name, value: String(value) })),
    }),
  }),
});

builder.objectType(InvalidInput, {
  name: "InvalidInput",
  interfaces: [outcome],
  fields: (t) => ({ issues: t.field({ type: [issue], resolve: ({ issues }) => issues }) }),
});

builder.objectType(NotFound, {
  name: "NotFound",
  interfaces: [outcome],
  fields: (t) => ({ subject: t.exposeString("subject") }),
});

builder.objectType(Forbidden, {
  name: "Forbidden",
  interfaces: [outcome],
  fields: (t) => ({ reason: t.exposeString("reason") }),
});

builder.objectType(Conflict, {
  name: "Conflict",
  interfaces: [outcome],
  fields: (t) => ({ currentVersion: t.exposeInt("currentVersion") }),
});
