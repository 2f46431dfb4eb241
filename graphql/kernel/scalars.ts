import { builder } from "./builder.ts";

/** Scalars serialise to JSON values, so that a caller in process and one over HTTP read the same.
 *  Their input is only checked to be text here: zod judges it, and can then name the field. */

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("Expected text");
  return value;
}

builder.scalarType("Date", {
  description: "A calendar day, yyyy-mm-dd.",
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: text,
});

builder.scalarType("DateTime", {
  description: "An instant in UTC, ISO 8601.",
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  parseValue: text,
});

builder.scalarType("Decimal", {
  description: 'An exact decimal number as text, with a point and no grouping: "1234.5".',
  serialize: (value) => String(value),
  parseValue: (value) => (typeof value === "number" ? String(value) : text(value)),
});
