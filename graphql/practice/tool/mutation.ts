import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { practiceType } from "../object.ts";
import { practiceSubject, visiblePractices } from "../policy.ts";
import { editable } from "../rules.ts";
import { seenToolInput, toolInput } from "./input.ts";
import { toolType } from "./object.ts";
import { visibleTools } from "./policy.ts";
import { mostTools } from "./rules.ts";
import * as store from "./store.ts";

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

/** The stored tool with its practice, if this viewer may see it and change it now. Throws NotFound or Forbidden. */
async function toolToChange({ prisma, viewer }: Context, id: string) {
  const where = { id: localId(id, "PracticeTool"), AND: visibleTools(viewer) };
  const tool = found(await prisma.practiceTool.findFirst({ where, include: { practice: true } }), "PracticeTool");
  authorize(viewer, "practice.update", practiceSubject(tool.practice));
  if (!editable(tool.practice.state)) throw new Forbidden("not_in_this_state");
  return tool;
}

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
      const { prisma, viewer } = context;
      const where = { id: localId(args.id, "Practice"), AND: visiblePractices(viewer) };
      const practice = found(await prisma.practice.findFirst({ where }), "Practice");
      authorize(viewer, "practice.update", practiceSubject(practice));
      if (!editable(practice.state)) throw new Forbidden("not_in_this_state");
      const input = parse(toolInput, args.input);
      const id = await prisma.$transaction((tx) => store.addTool(tx, context, practice, input));
      return prisma.practiceTool.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

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
      const { prisma } = context;
      const tool = await toolToChange(context, args.id);
      const { version } = parse(seenToolInput, args);
      const input = parse(toolInput, args.input);
      await prisma.$transaction((tx) => store.changeTool(tx, context, tool, version, input));
      return prisma.practiceTool.findUniqueOrThrow({ ...query, where: { id: tool.id } });
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
      const { prisma } = context;
      const tool = await toolToChange(context, args.id);
      const { version } = parse(seenToolInput, args);
      await prisma.$transaction((tx) => store.removeTool(tx, context, tool, version));
      return prisma.practice.findUniqueOrThrow({ ...query, where: { id: tool.practiceId } });
    },
  }),
);
