import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "./enums.ts";

/** What pilots and practices say in figures: indicators and units, scale, funding, sources. */

builder.prismaObject("Indicator", {
  description: "What a result measures.",
  fields: (t) => ({
    code: t.exposeString("code"),
    dimension: t.exposeString("dimension", {
      description: "Results of this indicator use a unit of the same dimension.",
    }),
    defaultUnit: t.exposeString("defaultUnit", { description: "The code of its usual unit." }),
    label: t.string({
      description: "Its name in `locale`, else in English, else its code.",
      args: { locale: t.arg.string() },
      resolve: ({ code, labels }, { locale }) => {
        const names = labels as Record<string, string>;
        return names[locale ?? "en"] ?? names.en ?? code;
      },
    }),
  }),
});

builder.prismaObject("Unit", {
  fields: (t) => ({
    code: t.exposeString("code"),
    dimension: t.exposeString("dimension"),
    symbol: t.exposeString("symbol"),
  }),
});

builder.prismaObject("Funding", {
  fields: (t) => ({
    programme: t.exposeString("programme"),
    amount: t.expose("amount", { type: "Decimal", nullable: true }),
    currency: t.exposeString("currency", { nullable: true, description: "ISO 4217." }),
    note: t.exposeString("note", { nullable: true }),
  }),
});

builder.prismaObject("ScaleFigure", {
  description: "How large it is, in one kind of unit.",
  fields: (t) => ({
    kind: t.expose("kind", { type: enums.ScaleKind }),
    value: t.expose("value", { type: "Decimal" }),
    note: t.exposeString("note", { nullable: true }),
  }),
});

export const sourceFields = builder.inputType("SourceInput", {
  fields: (t) => ({ title: t.string({ required: true }), url: t.string() }),
});

export const scaleFields = builder.inputType("ScaleFigureInput", {
  fields: (t) => ({
    kind: t.field({ type: enums.ScaleKind, required: true }),
    value: t.field({ type: "Decimal", required: true }),
    note: t.string(),
  }),
});

export const fundingFields = builder.inputType("FundingInput", {
  fields: (t) => ({
    programme: t.string({ required: true }),
    amount: t.field({ type: "Decimal" }),
    currency: t.string({ description: "ISO 4217; required with an amount." }),
    note: t.string(),
  }),
});

export const resultFields = builder.inputType("ResultInput", {
  description: "A whole result: what is left out is empty.",
  fields: (t) => ({
    indicatorCode: t.string({ required: true }),
    value: t.field({ type: "Decimal", required: true }),
    comparator: t.field({ type: enums.ResultComparator }),
    direction: t.field({ type: enums.ResultDirection }),
    unitCode: t.string({ required: true }),
    periodStart: t.field({ type: "Date" }),
    periodEnd: t.field({ type: "Date" }),
    span: t.field({ type: enums.ResultSpan }),
    baseline: t.string(),
    evidence: t.field({ type: enums.EvidenceLevel, required: true }),
    method: t.string(),
    note: t.string(),
    language: t.string({ required: true }),
    sourceTitle: t.string({
      description: "Anything but a target or an estimate needs a source: a title or an address.",
    }),
    sourceUrl: t.string(),
  }),
});
