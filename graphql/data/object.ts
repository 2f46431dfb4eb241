import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { isAchieved } from "#graphql/vocabulary/evidence.rules.ts";
import { sourceType } from "#graphql/vocabulary/types.ts";
import { visibleResults } from "./policy.ts";

/** Figures with their indicators and units. */

builder.prismaNode("Result", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleResults(viewer) }),
  description: "A measured, expected or claimed effect. Results that contradict each other stand side by side.",
  fields: (t) => ({
    pilot: t.relation("pilot", { nullable: true, description: "Whose result it is; seen by whoever sees the result." }),
    practice: t.relation("practice", { nullable: true }),
    indicator: t.relation("indicator"),
    value: t.expose("value", { type: "Decimal" }),
    comparator: t.expose("comparator", { type: enums.ResultComparator }),
    direction: t.expose("direction", { type: enums.ResultDirection }),
    unit: t.relation("unit"),
    periodStart: t.expose("periodStart", { type: "Date", nullable: true }),
    periodEnd: t.expose("periodEnd", { type: "Date", nullable: true }),
    span: t.expose("span", { type: enums.ResultSpan }),
    baseline: t.exposeString("baseline", { nullable: true }),
    evidence: t.expose("evidence", { type: enums.EvidenceLevel }),
    achieved: t.boolean({
      description: "False for a target or an estimate: it tells what is hoped for, not what happened.",
      resolve: ({ evidence }) => isAchieved(evidence),
    }),
    method: t.exposeString("method", { nullable: true }),
    note: t.exposeString("note", { nullable: true }),
    language: t.exposeString("language", { description: "The language of baseline, method and note." }),
    source: t.field({
      type: sourceType,
      nullable: true,
      resolve: ({ sourceTitle, sourceUrl }) =>
        sourceTitle || sourceUrl ? { title: sourceTitle ?? sourceUrl ?? "", url: sourceUrl } : null,
    }),
    demonstration: t.exposeBoolean("demonstration"),
  }),
});
