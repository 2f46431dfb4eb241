import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Figures, Section, SummaryList } from "#app/ui/index.ts";
import { AchievedResult, ResultDetails, useResultWords } from "./view.tsx";

export const ResultsFragment = graphql(`
  fragment Results on Result {
    id
    achieved
    value
    comparator
    direction
    span
    periodStart
    periodEnd
    baseline
    evidence
    method
    note
    language
    demonstration
    indicator {
      code
    }
    unit {
      code
      symbol
    }
    source {
      title
      url
    }
  }
`);

export type ResultFigure = ResultOf<typeof ResultsFragment>;

type Props = {
  results: readonly FragmentOf<typeof ResultsFragment>[];
  /** The address that changes a result, for those who may. */
  change?: (id: string) => string;
};

/** What was achieved, and apart from it what is aimed at or expected: a target never looks like a result. */
export function PilotResults({ results, change }: Props) {
  const { t } = useTranslation("pilot");
  const figures = [...readFragment(ResultsFragment, results)];
  if (figures.length === 0) return <p>{t("results.none")}</p>;
  const achieved = figures.filter((figure) => figure.achieved);
  const hoped = figures.filter((figure) => !figure.achieved);
  return (
    <>
      <Section level={3} title={t("results.achieved")}>
        {achieved.length === 0 ? <p>{t("results.noneAchieved")}</p> : <Achieved figures={achieved} change={change} />}
      </Section>
      {hoped.length > 0 ? (
        <Section level={3} title={t("results.hoped")} intro={t("results.hopedIntro")}>
          <Hoped figures={hoped} change={change} />
        </Section>
      ) : null}
    </>
  );
}

type GroupProps = { figures: readonly ResultFigure[]; change?: (id: string) => string };

/** Figures for the same thing stand side by side, each with its own source. */
function Achieved({ figures, change }: GroupProps) {
  const { t } = useTranslation("pilot");
  const { t: indicators } = useTranslation("indicators");
  const byIndicator = [...Map.groupBy(figures, ({ indicator }) => indicator.code).values()];
  const single = byIndicator.flatMap((group) => (group.length === 1 ? group : []));
  const shown = (group: readonly ResultFigure[]) => (
    <Figures>
      {group.map((figure) => (
        <AchievedResult key={figure.id} figure={figure} href={change?.(figure.id)} />
      ))}
    </Figures>
  );
  return (
    <>
      {single.length > 0 ? shown(single) : null}
      {byIndicator
        .filter((group) => group.length > 1)
        .map((group) => (
          <Section
            key={group[0]?.indicator.code}
            level={4}
            title={indicators(group[0]?.indicator.code ?? "")}
            intro={t("results.several", { count: group.length })}
          >
            {shown(group)}
          </Section>
        ))}
    </>
  );
}

function Hoped({ figures, change }: GroupProps) {
  const { t: common } = useTranslation();
  const { t: indicators } = useTranslation("indicators");
  const words = useResultWords();
  const { compare } = useFormats();
  const sorted = figures.toSorted((a, b) => compare(indicators(a.indicator.code), indicators(b.indicator.code)));
  return (
    <SummaryList
      items={sorted.map((figure) => ({
        term: indicators(figure.indicator.code),
        value: (
          <>
            <p>{words.whole(figure)}</p>
            <ResultDetails figure={figure} />
          </>
        ),
        change: change && {
          href: change(figure.id),
          label: common("action.change"),
          hidden: indicators(figure.indicator.code),
        },
      }))}
    />
  );
}
