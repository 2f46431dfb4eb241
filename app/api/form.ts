import { data } from "react-router";
import { canonicalNumber } from "#app/i18n/numbers.ts";
import type { FormProblem } from "./outcome.ts";

/** A posted form: what was typed, and readings of it for the API. Nothing typed is lost when it comes back with errors. */
export async function readForm(request: Request, locale: string) {
  const values: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const files = new Map<string, File>();
  for (const [name, value] of await fieldsOf(request)) {
    if (typeof value === "string") (values[name] ??= []).push(writable(value));
    else if (value.name !== "" && !files.has(name)) files.set(name, value);
  }

  const text = (name: string): string => values[name]?.[0] ?? "";
  return {
    values,
    text,
    texts: (name: string): string[] => values[name] ?? [],
    /** Text, or null when it is blank: the API then clears the field. */
    optional: (name: string): string | null => text(name).trim() || null,
    flag: (name: string): boolean => name in values,
    /** The chosen file, or null when none was chosen. No browser takes one back: it has to be chosen again. */
    file: (name: string): File | null => files.get(name) ?? null,
    version: (): number => Number.parseInt(text("version"), 10) || 1,
    /** An exact decimal text from a local format; null when blank. */
    decimal: (name: string): string | null => (text(name).trim() ? canonicalNumber(text(name), locale) : null),
    /** A whole number; null when blank, -1 when it is no number (the API's rules then refuse it). */
    whole(name: string): number | null {
      if (!text(name).trim()) return null;
      const number = Number(canonicalNumber(text(name), locale));
      return Number.isSafeInteger(number) ? number : -1;
    },
    /** Day, month and year fields as a partial date; the precision follows from what was filled in. */
    partialDate(name: string): { date: string | null; precision: "day" | "month" | "year" | "unknown" } {
      const [day, month, year] = ["day", "month", "year"].map((part) => text(`${name}.${part}`).trim());
      if (!day && !month && !year) return { date: null, precision: "unknown" };
      const date = [year, (month || "1").padStart(2, "0"), (day || "1").padStart(2, "0")].join("-");
      return { date: day && !month ? `${year}-?-${day}` : date, precision: day ? "day" : month ? "month" : "year" };
    },
    /** Day, month and year fields as one whole day; null when all are empty. */
    day(name: string): string | null {
      const { date, precision } = this.partialDate(name);
      return precision === "unknown" || precision === "day" ? date : `${date} incomplete`;
    },
  };
}

/** Throws the page for 415 when the body is of another kind, for 400 when it is a broken form. */
async function fieldsOf(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw data({ code: "BAD_USER_INPUT" }, { status: 415 });
  }
  try {
    return await request.formData();
  } catch {
    throw data({ code: "BAD_USER_INPUT" }, { status: 400 });
  }
}

/** Typed text without the control characters that slip in when it is pasted; line ends are one character. */
function writable(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");
}

export type PostedForm = Awaited<ReturnType<typeof readForm>>;

/** Answers a form that could not be saved: the same page again, with what was typed. 409 when someone saved meanwhile. */
export function refill(problem: FormProblem, form: PostedForm) {
  return data({ problem, values: form.values }, { status: problem.conflict === null ? 400 : 409 });
}

export type FormRefill = { problem: FormProblem; values: Record<string, string[]> } | undefined;
