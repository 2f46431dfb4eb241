import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { SummaryList } from "#app/ui/index.ts";

export const ClockInShortFragment = graphql(`
  fragment ClockInShort on CommitmentDeadline {
    kind
    status
    daysLeft
    due {
      date
      precision
    }
  }
`);

/** Every deadline with the days left, one line each. */
export function ClockInShort({ hands }: { hands: readonly FragmentOf<typeof ClockInShortFragment>[] }) {
  const { t } = useTranslation("city");
  const { t: codes } = useTranslation("codes");
  const { date } = useFormats();
  const time = useTimeLeft();
  const shown = readFragment(ClockInShortFragment, hands);
  if (shown.length === 0) return <p>{t("tasks.noClock")}</p>;
  return (
    <SummaryList
      items={shown.map(({ kind, status, daysLeft, due }) => ({
        term: codes(`commitment.${kind}`),
        value:
          due && daysLeft !== null
            ? t("tasks.dated", { date: date(due.date, due.precision), time: time(daysLeft) })
            : t(`tasks.noDate.${status}`),
      }))}
    />
  );
}

/** Days left in words (negative: passed), in years from two years on. */
export function useTimeLeft(): (days: number) => string {
  const { t } = useTranslation("charter");
  return (days) => {
    const far = Math.abs(days) >= 730;
    const count = far ? Math.floor(Math.abs(days) / 365.25) : Math.abs(days);
    return t(`time.${days < 0 ? "past" : "ahead"}${far ? "Years" : "Days"}`, { count });
  };
}
