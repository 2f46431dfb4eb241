import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { sourceType } from "#graphql/vocabulary/types.ts";
import { practiceType } from "../object.ts";
import { toolActions, visibleTools } from "./policy.ts";
import { hostOf, mostTools } from "./rules.ts";

export const toolType = builder.prismaNode("PracticeTool", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleTools(viewer) }),
  description:
    "What another city can take over from a practice: software, a contract clause, a document, a guide, a dataset, training material.",
  fields: (t) => ({
    kind: t.expose("kind", { type: enums.ToolKind }),
    title: t.exposeString("title"),
    description: t.exposeString("description", { nullable: true }),
    language: t.exposeString("language", { description: "The language of title and description." }),
    url: t.exposeString("url", { description: "Where it is, always https." }),
    host: t.string({
      description: "The host that `url` leads to; a name in other letters is written as it is looked up.",
      resolve: ({ url }) => hostOf(url),
    }),
    licence: t.exposeString("licence", {
      description: "A name of SPDX, or `other`; `unknown` when it is not known to be stated.",
    }),
    source: t.field({
      type: sourceType,
      nullable: true,
      description: "Where the network read of it, if the city did not enter it itself.",
      resolve: ({ sourceTitle, sourceUrl }) =>
        sourceTitle || sourceUrl ? { title: sourceTitle ?? sourceUrl ?? "", url: sourceUrl } : null,
    }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    practice: t.relation("practice", { type: practiceType }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "`practice_update` when this viewer may change or remove it now.",
      select: { practice: { select: { cityId: true, state: true } } },
      resolve: ({ practice }, _args, { viewer }) => toolActions(viewer, practice),
    }),
  }),
});

builder.prismaObjectField("Practice", "tools", (t) =>
  t.relation("tools", {
    type: toolType,
    description: `What others can take over from it, in the order in which it was entered; ${mostTools} at most.`,
    query: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
  }),
);
