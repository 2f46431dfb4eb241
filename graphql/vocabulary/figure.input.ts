import { z } from "zod";
import {
  EvidenceLevel,
  ResultComparator,
  ResultDirection,
  ResultSpan,
  ScaleKind,
} from "#prisma/generated/client/enums.ts";
import { decimal, language, line, optionalDay, optionalText, url } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";
import { isAchieved } from "./evidence.rules.ts";

/** Figures and sources that pilots and practices both carry. */

function atMost(places: number) {
  return decimal.superRefine((value, ctx) => {
    if ((value.split(".")[1] ?? "").length > places) ctx.addIssue(fault("too_precise", { max: places }));
    if (value.startsWith("-")) ctx.addIssue(fault("too_small", { min: 0 }));
  });
}

const currency = z.string().refine((code) => /^[A-Z]{3}$/.test(code), { params: { code: "unknown_code" } });

export const sourcesInput = z.array(z.object({ title: line(300), url })).max(30);

export const scaleInput = z
  .array(z.object({ kind: z.enum(ScaleKind), value: atMost(3), note: optionalText(300) }))
  .max(30);

export const fundingInput = z
  .array(
    z
      .object({
        programme: line(200),
        amount: atMost(2).nullish(),
        currency: currency.nullish(),
        note: optionalText(300),
      })
      .superRefine(({ amount, currency }, ctx) => {
        if (amount && !currency) ctx.addIssue(fault("required", undefined, ["currency"]));
      }),
  )
  .max(30);

export const conceptsInput = z.array(z.string()).max(20);

/** A whole result: what is left out is empty. Only a target or an estimate may stand without a source. */
export const resultInput = z
  .object({
    indicatorCode: z.string().min(1),
    value: decimal,
    comparator: z
      .enum(ResultComparator)
      .nullish()
      .transform((value) => value ?? "equal"),
    direction: z
      .enum(ResultDirection)
      .nullish()
      .transform((value) => value ?? "level"),
    unitCode: z.string().min(1),
    periodStart: optionalDay,
    periodEnd: optionalDay,
    span: z
      .enum(ResultSpan)
      .nullish()
      .transform((value) => value ?? "point"),
    baseline: optionalText(500),
    evidence: z.enum(EvidenceLevel),
    method: optionalText(1000),
    note: optionalText(1000),
    language,
    sourceTitle: optionalText(300),
    sourceUrl: url,
  })
  .superRefine((result, ctx) => {
    const { periodStart, periodEnd, evidence, sourceTitle, sourceUrl } = result;
    if (periodStart && periodEnd && periodEnd < periodStart)
      ctx.addIssue(fault("date_order", undefined, ["periodEnd"]));
    if (isAchieved(evidence) && !sourceTitle && !sourceUrl)
      ctx.addIssue(fault("source_required", undefined, ["sourceTitle"]));
  });
