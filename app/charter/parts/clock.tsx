import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Card, CardList, type HeadingLevel, StatusTag } from "#app/ui/index.ts";

/** What the clock needs of each deadline. */
export const CharterClockFragment = graphql(`
  fragment CharterClock on CommitmentDeadline {
    kind
    status
    daysLeft
    overdue
    due {
      date
      precision
    }
    sentences {
      key
      charterCode
      count
      year
      dates {
        name
        date
        precision
      }
    }
  }
`);

type Hands = readonly FragmentOf<typeof CharterClockFragment>[];

/** The charter clock: every commitment with its deadline, the time left, and the sentences that explain the date. */
export function CharterClock({ hands, level = 3 }: { hands: Hands; level?: HeadingLevel }) {
  const { t } = useTranslation("charter");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const sentence = useSentence();
  return (
    <CardList label={t("clockLabel")}>
      {readFragment(CharterClockFragment, hands).map((hand) => (
        <Card
          key={hand.kind}
          level={level}
          title={codes(`commitment.${hand.kind}`)}
          caption={hand.due ? format.date(hand.due.date, hand.due.precision) : t(`noDate.${hand.status}`)}
          foot={hand.daysLeft === null ? undefined : <TimeLeft days={hand.daysLeft} />}
        >
          {hand.sentences.map((part) => (
            <p key={`${part.key}${part.dates.map(({ date }) => date).join()}`}>{sentence(part)}</p>
          ))}
        </Card>
      ))}
    </CardList>
  );
}

/** A passed deadline is said calmly: whether it was met is the business of whoever shows the clock. */
function TimeLeft({ days }: { days: number }) {
  const { t } = useTranslation("charter");
  const far = Math.abs(days) >= 730;
  const count = far ? Math.floor(Math.abs(days) / 365.25) : Math.abs(days);
  const when = days < 0 ? "past" : "ahead";
  return (
    <StatusTag tone={days < 0 ? "quiet" : "busy"}>{t(`time.${when}${far ? "Years" : "Days"}`, { count })}</StatusTag>
  );
}

type Sentence = {
  key: string;
  charterCode: string;
  count: number | null;
  year: string | null;
  dates: readonly { name: string; date: string; precision: "day" | "month" | "year" | "unknown" }[];
};

function useSentence() {
  const { t } = useTranslation("charter");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return ({ key, charterCode, count, year, dates }: Sentence): string => {
    const written = dates.map(({ name, date, precision }) => [name, format.date(date, precision)]);
    return t(`clock.${key}`, {
      text: codes(`charterVersion.${charterCode}`),
      count: count ?? undefined,
      year,
      ...Object.fromEntries(written),
    }) as string;
  };
}
