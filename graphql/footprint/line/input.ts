import { z } from "zod";
import { EnergySource, Perimeter, Tenure } from "#prisma/generated/client/enums.ts";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { optionalText, version } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";
import { type FigureName, FIGURES, TEXT_LENGTHS } from "./rules.ts";
import { countryCode } from "../inventory/input.ts";
import { bestQuality, PERIMETERS, type Scope } from "../rules.ts";

/** A figure of a line within its limits, as exact text. */
function figure(field: FigureName) {
  const { min, max, decimals } = FIGURES[field];
  return z
    .string()
    .trim()
    .superRefine((text, ctx) => {
      if (!/^-?\d{1,20}(\.\d{1,20})?$/.test(text)) return ctx.addIssue(fault("number"));
      const value = new Decimal(text);
      if (field === "quantity" && value.lessThanOrEqualTo(0)) ctx.addIssue(fault("not_positive"));
      else if (value.decimalPlaces() > decimals) ctx.addIssue(fault("too_precise", { max: decimals }));
      else if (value.lessThan(min)) ctx.addIssue(fault("too_small", { min }));
      else if (value.greaterThan(max)) ctx.addIssue(fault("too_big", { max }));
    });
}

function optionalFigure(field: FigureName) {
  return z.preprocess((value) => (value === "" ? null : (value ?? null)), figure(field).nullable());
}

/** A whole line of an inventory of this scope: what is left out is empty, owned, and of the category's typical use. */
export function lineInput(scope: Scope) {
  const perimeters: readonly string[] = PERIMETERS[scope];
  return z
    .object({
      version: version.nullish(),
      category: z.string().max(60),
      label: optionalText(TEXT_LENGTHS.label),
      quantity: figure("quantity"),
      tenure: z.enum(Tenure).default("owned"),
      perimeter: z
        .enum(Perimeter)
        .refine((perimeter) => perimeters.includes(perimeter), { params: { code: "perimeter_scope" } }),
      country: z.preprocess((value) => (value === "" ? null : (value ?? null)), countryCode.nullable()),
      lifetimeYears: optionalFigure("lifetimeYears"),
      energySource: z.enum(EnergySource).nullish(),
      kwhPerYear: optionalFigure("kwhPerYear"),
      embodiedKg: optionalFigure("embodiedKg"),
      embodiedSource: optionalText(TEXT_LENGTHS.embodiedSource),
      quality: z.number().int().min(1).max(5).nullish(),
      note: optionalText(TEXT_LENGTHS.note),
    })
    .transform(({ energySource, quality, label, embodiedSource, note, ...given }) => {
      const source = energySource ?? (given.kwhPerYear === null ? "typical" : "supplier");
      return {
        ...given,
        label: label ?? null,
        embodiedSource: embodiedSource ?? null,
        note: note ?? null,
        energySource: source,
        quality: quality ?? bestQuality(source),
      };
    })
    .superRefine(({ energySource, kwhPerYear, embodiedKg, embodiedSource, quality }, ctx) => {
      const best = bestQuality(energySource);
      if (energySource !== "typical" && kwhPerYear === null)
        ctx.addIssue(fault("energy_figure_needed", undefined, ["kwhPerYear"]));
      if (energySource === "typical" && kwhPerYear !== null)
        ctx.addIssue(fault("typical_with_figure", undefined, ["kwhPerYear"]));
      if (embodiedKg !== null && !embodiedSource)
        ctx.addIssue(fault("embodied_source_needed", undefined, ["embodiedSource"]));
      if (quality < best) ctx.addIssue(fault("quality_too_good", { best }, ["quality"]));
    });
}

export type LineInput = z.output<ReturnType<typeof lineInput>>;
