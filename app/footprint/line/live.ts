import { estimateText } from "#app/i18n/estimate-text.ts";
import { masses } from "#app/i18n/masses.ts";
import { canonicalNumber } from "#app/i18n/numbers.ts";
import { typedResult, type TypedLine, type TypedResult } from "#graphql/footprint/line/live.rules.ts";
import type { LiveData } from "./live-data.ts";

/** The island of a line's page: works the line out while it is typed, by the server's own rules. Without it the page does the same
 *  after saving. */

const pause = 250;
const block = document.querySelector<HTMLElement>("[data-live]");
const form = block?.closest("form");
if (block && form) start(block, form, JSON.parse(block.dataset.live ?? "null") as LiveData);

function start(place: HTMLElement, fields: HTMLFormElement, data: LiveData): void {
  let waiting = 0;
  place.hidden = false;
  const update = () => {
    const typed = lineIn(fields, data.language);
    show(place, typedResult(typed, data.basis), data);
    compare(fields, data.hints[typed.category] ?? data.hints[""] ?? {});
  };
  fields.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(update, pause);
  });
  update();
}

/** What stands in the fields, numbers in canonical form. */
function lineIn(fields: HTMLFormElement, language: string): TypedLine {
  const typed = new FormData(fields);
  const text = (name: keyof TypedLine) => {
    const value = typed.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const number = (name: keyof TypedLine) => text(name) && canonicalNumber(text(name), language);
  return {
    category: text("category"),
    country: text("country"),
    energySource: text("energySource"),
    quality: text("quality"),
    quantity: number("quantity"),
    lifetimeYears: number("lifetimeYears"),
    kwhPerYear: number("kwhPerYear"),
    embodiedKg: number("embodiedKg"),
  };
}

/** Writes the result, or nothing while the line is not complete. */
function show(place: HTMLElement, result: TypedResult | null, { words, language }: LiveData): void {
  const { line, total } = masses(language);
  for (const part of place.querySelectorAll<HTMLElement>("[data-part]")) {
    const name = part.dataset.part as keyof TypedResult;
    const said = result && estimateText(result[name], words, name === "total" ? total : line);
    write(part, said === null ? "" : `${part.dataset.label}: ${said}`);
  }
}

/** Writes what is typical for the chosen category beside its fields. */
function compare(fields: HTMLFormElement, hints: Record<string, string>): void {
  for (const place of fields.querySelectorAll<HTMLElement>("[data-typical]"))
    write(place, hints[place.dataset.typical ?? ""] ?? "");
}

/** Leaves a text alone that is there already, so that it is not read out again. */
function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
