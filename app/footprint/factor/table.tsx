import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/index.ts";

export const FactorTableFragment = graphql(`
  fragment FactorTable on Factor {
    id
    category
    kind
    value
    low
    high
    rangeBasis
    sourceTitle
    sourceUrl
    publicationYear
    geography
    lifeCycle
    licence
    version
  }
`);

type FactorRow = ResultOf<typeof FactorTableFragment>;
type Props = { factors: readonly FragmentOf<typeof FactorTableFragment>[] };

/** Every factor with its provenance; the first of a category is the anchor by which lines lead here. */
export function FactorTable({ factors: shown }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const factors = readFragment(FactorTableFragment, shown);
  const first = (factor: FactorRow) => factors.find(({ category }) => category === factor.category) === factor;
  const unit = ({ kind }: FactorRow) => t(`factors.unit.${kind}`);
  return (
    <DataTable<FactorRow>
      caption={t("factors.all")}
      captionHidden
      narrow="stack"
      rows={factors}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "factor",
          header: t("factors.table.factor"),
          rowHeader: true,
          cell: (row) => (
            <span id={first(row) ? row.category : undefined}>
              {`${t(`category.${row.category}`)}: ${t(`factors.kind.${row.kind}`)}`}
            </span>
          ),
        },
        {
          key: "value",
          header: t("factors.table.value"),
          numeric: true,
          cell: (row) =>
            t("factors.valueRangeUnit", {
              value: format.number(row.value),
              low: format.number(row.low),
              high: format.number(row.high),
              unit: unit(row),
            }),
        },
        { key: "range", header: t("factors.table.range"), cell: (row) => <span lang="en">{row.rangeBasis}</span> },
        {
          key: "boundary",
          header: t("factors.table.boundary"),
          cell: (row) => <span lang="en">{`${row.geography}. ${row.lifeCycle}`}</span>,
        },
        {
          key: "source",
          header: common("source"),
          cell: (row) => (
            <span lang="en">
              {row.sourceUrl ? <a href={row.sourceUrl}>{row.sourceTitle}</a> : row.sourceTitle}
              {`; ${row.publicationYear}; ${row.licence}; ${row.version}`}
            </span>
          ),
        },
      ]}
    />
  );
}
