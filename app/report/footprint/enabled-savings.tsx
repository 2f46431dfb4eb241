import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useResultWords } from "#app/pilot/result/view.tsx";
import { type ResultFigure, ResultsFragment } from "#app/pilot/result/results.tsx";
import { DataTable, Section } from "#app/ui/index.ts";

export const EnabledSavingsFragment = graphql(`
  fragment EnabledSavings on EnabledSavings {
    unit
    symbol
    results
    pilots
    list {
      ...Results
    }
  }
`);

const most = 10;

/** What accepted pilots saved elsewhere, result by result: there is no sum, because two pilots may claim the same thing. */
export function EnabledSavings({ savings }: { savings: readonly FragmentOf<typeof EnabledSavingsFragment>[] }) {
  const { t } = useTranslation("report");
  const units = readFragment(EnabledSavingsFragment, savings);
  if (units.length === 0) return <p>{t("networkFootprint.noSavings")}</p>;
  return units.map(({ unit, symbol, results, pilots, list }) => (
    <Section
      key={unit}
      level={3}
      title={t("networkFootprint.savingsIn", { unit: symbol })}
      intro={t("networkFootprint.savingsCount", { count: results, pilots })}
    >
      <SavingsTable unit={symbol} figures={readFragment(ResultsFragment, list).slice(0, most)} />
      {list.length > most ? <p>{t("networkFootprint.moreSavings", { count: list.length - most })}</p> : null}
    </Section>
  ));
}

function SavingsTable({ unit, figures }: { unit: string; figures: readonly ResultFigure[] }) {
  const { t } = useTranslation("report");
  const { t: indicators } = useTranslation("indicators");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const words = useResultWords();
  const rows = figures.toSorted((a, b) => format.compare(b.value, a.value));
  return (
    <DataTable<ResultFigure>
      caption={t("networkFootprint.savingsIn", { unit })}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "indicator",
          header: t("networkFootprint.saving.indicator"),
          rowHeader: true,
          cell: ({ indicator }) => indicators(indicator.code),
        },
        { key: "value", header: t("codes:kind.result"), numeric: true, cell: words.whole },
        {
          key: "evidence",
          header: t("networkFootprint.saving.evidence"),
          cell: ({ evidence }) => codes(`evidence.${evidence}`),
        },
        {
          key: "source",
          header: common("source"),
          cell: ({ source }) =>
            source === null ? common("notGiven") : source.url ? <a href={source.url}>{source.title}</a> : source.title,
        },
      ]}
    />
  );
}
