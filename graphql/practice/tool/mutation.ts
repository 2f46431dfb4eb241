import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { editable } from "../rules.ts";
import { practices } from "../store.ts";
import { toolInput } from "./input.ts";
import { mostTools } from "./rules.ts";
import * as store from "./store.ts";

const toolMutation = mutationsOf(store.tools, "tool");

const toolFields = builder.inputType("PracticeToolInput", {
  description: "A whole tool: what is left out is empty.",
  fields: (t) => ({
    kind: t.field({ type: enums.ToolKind, required: true }),
    title: t.string({ required: true }),
    description: t.string(),
    language: t.string({ required: true, description: "The language of title and description." }),
    url: t.string({ required: true, description: "https, on a public host, without name and password." }),
    licence: t.string({ description: "A name of SPDX from the list, or `other`; left out it is `unknown`." }),
    sourceTitle: t.string({ description: "Where you read of it, if it is not your city's own." }),
    sourceUrl: t.string(),
  }),
});

mutationsOf(practices, "practice")("addPracticeTool", {
  description: `Adds what others can take over from the practice; ${mostTools} at most, and only while it may be edited.`,
  answers: "PracticeTool",
  adds: true,
  action: "practice.update",
  when: ({ state }) => editable(state),
  args: builder.args((t) => ({ input: t.field({ type: toolFields, required: true }) })),
  schema: toolInput,
  run: store.addTool,
});

/** A tool is changed with its practice: by whoever may, while that may be edited. */
const ofItsPractice = {
  action: "practice.update",
  when: ({ practice }: store.StoredTool) => editable(practice.state),
} as const;

toolMutation("changePracticeTool", {
  description: "Replaces what is said of a tool.",
  ...ofItsPractice,
  args: builder.args((t) => ({ input: t.field({ type: toolFields, required: true }) })),
  schema: toolInput,
  run: store.changeTool,
});

toolMutation("removePracticeTool", {
  description: "Takes a tool away from its practice.",
  answers: "Practice",
  ...ofItsPractice,
  schema: nothing,
  run: store.removeTool,
});
