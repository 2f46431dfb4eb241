import type { PartialDate } from "#graphql/kernel/dates.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "./enums.ts";

/** Small types that several rooms show. */

export const partialDateType = builder.objectRef<PartialDate>("PartialDate").implement({
  description: "A date as far as it is known: `date` is the first day of the known period.",
  fields: (t) => ({
    date: t.field({ type: "Date", nullable: true, resolve: ({ date }) => date }),
    precision: t.field({ type: enums.DatePrecision, resolve: ({ precision }) => precision }),
    notLaterThan: t.field({ type: "Date", nullable: true, resolve: ({ notLaterThan }) => notLaterThan ?? null }),
  }),
});

export const partialDateInput = builder.inputType("PartialDateInput", {
  fields: (t) => ({
    date: t.field({ type: "Date" }),
    precision: t.field({ type: enums.DatePrecision, required: true }),
  }),
});

export type Source = { title: string; url?: string | null };

export const sourceType = builder.objectRef<Source>("Source").implement({
  fields: (t) => ({
    title: t.exposeString("title"),
    url: t.string({ nullable: true, resolve: ({ url }) => url ?? null }),
  }),
});

/** The sources kept in a JSON column. */
export function sourcesOf(column: unknown): Source[] {
  return Array.isArray(column) ? (column as Source[]) : [];
}

export type WrittenText = { text: string; language: string };

export const writtenText = builder.objectRef<WrittenText>("WrittenText").implement({
  description: "A text together with the language it is written in.",
  fields: (t) => ({ text: t.exposeString("text"), language: t.exposeString("language") }),
});
