import { useTranslation } from "#app/i18n/words.ts";

/** Labels of a date's three inputs. */
export function useDateLabels() {
  const { t } = useTranslation();
  return { day: t("date.day"), month: t("date.month"), year: t("date.year") };
}

/** A date as it was typed, to be shown beside another. */
export function writtenDate({ day, month, year }: Record<"day" | "month" | "year", string>): string {
  return [day, month, year].filter(Boolean).join(" ");
}
