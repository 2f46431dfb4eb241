import { builder } from "#graphql/kernel/builder.ts";
import { change } from "#graphql/kernel/change.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { practiceType } from "../object.ts";
import { editable } from "../rules.ts";
import { practices } from "../store.ts";
import { seenToolInput, toolInput } from "./input.ts";
import { toolType } from "./object.ts";
import { mostTools } from "./rules.ts";
import * as store from "./store.ts";
import { tools } from "./store.ts";

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

builder.mutationField("addPracticeTool", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: toolType,
    errors: {},
    description: `Adds what others can take over from the practice; ${mostTools} at most, and only while it may be edited.`,
    args: {
      id: t.arg.id({ required: true, description: "The practice." }),
      input: t.arg({ type: toolFields, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { done: id } = await change(practices, context, args, {
        action: "practice.update",
        when: ({ state }) => editable(state),
        schema: toolInput,
        run: store.addTool,
      });
      return context.prisma.practiceTool.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

/** A tool is changed with its practice: by whoever may, while that may be edited. */
const ofItsPractice = {
  action: "practice.update",
  when: ({ practice }: store.StoredTool) => editable(practice.state),
} as const;

const versionArg = "The version that the form showed.";

builder.mutationField("changePracticeTool", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: toolType,
    errors: {},
    description: "Replaces what is said of a tool.",
    args: {
      id: t.arg.id({ required: true, description: "The tool." }),
      version: t.arg.int({ required: true, description: versionArg }),
      input: t.arg({ type: toolFields, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { id } = await change(tools, context, args, {
        ...ofItsPractice,
        schema: toolInput,
        run: (tx, services, tool, input) => store.changeTool(tx, services, tool, tool.version, input),
      });
      return context.prisma.practiceTool.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("removePracticeTool", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: practiceType,
    errors: {},
    description: "Takes a tool away from its practice.",
    args: {
      id: t.arg.id({ required: true, description: "The tool." }),
      version: t.arg.int({ required: true, description: versionArg }),
    },
    resolve: async (query, _root, args, context) => {
      const { done: id } = await change(tools, context, args, {
        ...ofItsPractice,
        schema: seenToolInput,
        run: (tx, services, tool) => store.removeTool(tx, services, tool, tool.version),
      });
      return context.prisma.practice.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
