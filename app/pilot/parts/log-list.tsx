import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { PlainText, Tag, TagList, Timeline } from "#app/ui/index.ts";

export const PilotLogFragment = graphql(`
  fragment PilotLog on PilotEntry {
    enteredOn
    stage
    language
    text
    nextMilestone
    nextMilestoneOn
    onBehalf
    demonstration
  }
`);

const shown = 8;

type LogEntry = ResultOf<typeof PilotLogFragment>;
type Props = {
  entries: readonly FragmentOf<typeof PilotLogFragment>[];
  /** Shows every entry, not only the newest. */
  whole: boolean;
  /** The address that shows the whole log. */
  more: string;
};

/** The status log, newest first, with the next milestone before it. */
export function PilotLog({ entries, whole, more }: Props) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const all = readFragment(PilotLogFragment, entries);
  const [newest] = all;
  if (!newest) return <p>{t("show.noLog")}</p>;
  const listed = whole ? all : all.slice(0, shown);
  return (
    <>
      <Timeline
        label={t("show.log")}
        items={[
          ...milestoneOf(newest),
          ...listed.map((entry) => ({
            dateTime: entry.enteredOn,
            date: format.date(entry.enteredOn),
            title: codes(`stage.${entry.stage}`),
            children: <LogEntryText entry={entry} />,
          })),
        ]}
      />
      {listed.length < all.length ? <a href={more}>{t("show.wholeLog", { count: all.length })}</a> : null}
    </>
  );

  function milestoneOf({ nextMilestone, nextMilestoneOn, language }: LogEntry) {
    if (!nextMilestone && !nextMilestoneOn) return [];
    return [
      {
        dateTime: nextMilestoneOn ?? undefined,
        date: format.date(nextMilestoneOn) ?? t("show.milestoneNoDate"),
        title: t("show.milestone"),
        state: "ahead" as const,
        children: nextMilestone ? <PlainText text={nextMilestone} lang={language} /> : null,
      },
    ];
  }
}

function LogEntryText({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  return (
    <>
      <PlainText text={entry.text} lang={entry.language} />
      <TextLanguage language={entry.language} />
      {entry.onBehalf ? (
        <p>
          <small>{t("history:entered")}</small>
        </p>
      ) : null}
      {entry.demonstration ? (
        <TagList>
          <Tag>{t("demonstration")}</Tag>
        </TagList>
      ) : null}
    </>
  );
}
