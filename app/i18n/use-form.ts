import { useTranslation } from "#app/i18n/words.ts";
import type { FormRefill } from "#app/api/form.ts";

/** What a form shows: typed values before stored ones, and each field's errors in the page's language. */
export function useForm(refilled: FormRefill, stored: Record<string, string | string[] | null | undefined> = {}) {
  const { t } = useTranslation("errors");
  const issues = (refilled?.problem.issues ?? []).map(({ path, code, params }) => ({
    field: path,
    text: String(t(`issue.${code}`, { ...params, defaultValue: t("issue.invalid") })),
  }));

  const values = (name: string): string[] => {
    if (refilled) return refilled.values[name] ?? [];
    const value = stored[name];
    return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  };
  const errors = (name: string): string[] =>
    issues.filter(({ field }) => field === name || field.startsWith(`${name}.`)).map(({ text }) => text);
  return {
    values,
    value: (name: string): string => values(name)[0] ?? "",
    checked: (name: string): boolean => values(name).length > 0,
    errors,
    /** By what a form that adds something is known when it is sent twice: what was sent with it, unless that is used up. */
    key: (fresh: string): string => (errors("idempotencyKey").length > 0 ? fresh : values("key")[0] || fresh),
    /** A date's three fields: typed ones, or those of a stored yyyy-mm-dd with its precision. */
    date(name: string, storedDate?: string | null, precision: string = "day") {
      if (refilled) {
        const part = (key: string) => refilled.values[`${name}.${key}`]?.[0] ?? "";
        return { day: part("day"), month: part("month"), year: part("year") };
      }
      const [year = "", month = "", day = ""] = storedDate && precision !== "unknown" ? storedDate.split("-") : [];
      const plain = (digits: string) => digits.replace(/^0/, "");
      return { year, month: precision === "year" ? "" : plain(month), day: precision === "day" ? plain(day) : "" };
    },
    /** For ErrorSummary. */
    summary: { title: t("summary"), errors: issues },
    /** The page's title, with the word that there is a problem before it. */
    title: (title: string): string => (issues.length > 0 ? t("titlePrefix", { title }) : title),
    conflict: refilled?.problem.conflict ?? null,
  };
}

export type FormState = ReturnType<typeof useForm>;
