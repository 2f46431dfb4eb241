import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/index.ts";

export const FactorComparisonFragment = graphql(`
  fragment FactorComparison on FactorSet {
    code
    publisher
    publicationYear
    factors {
      category
      kind
      value
      low
      high
    }
  }
`);

type ComparedSet = ResultOf<typeof FactorComparisonFragment>;
type Props = { sets: readonly FragmentOf<typeof FactorComparisonFragment>[] };

/** What shows best how much sets differ. */
const compared = ["laptop", "monitor", "server"];
const kinds = ["embodied", "energy", "lifetime"] as const;

type Row = { category: string; kind: (typeof kinds)[number] };

/** The same factors in every set side by side; what a set does not know is a gap. */
export function FactorComparison({ sets }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const factor = (set: ComparedSet, { category, kind }: Row) => {
    const found = set.factors.find((one) => one.category === category && one.kind === kind);
    if (!found) return common("notKnown");
    const [value, low, high] = [found.value, found.low, found.high].map((text) => format.number(text));
    return t("factors.valueRange", { value, low, high });
  };
  return (
    <DataTable<Row>
      caption={t("factors.compare")}
      captionHidden
      narrow="stack"
      rows={compared.flatMap((category) => kinds.map((kind) => ({ category, kind })))}
      rowKey={({ category, kind }) => `${category} ${kind}`}
      columns={[
        {
          key: "factor",
          header: t("factors.table.factor"),
          rowHeader: true,
          cell: ({ category, kind }) => `${t(`category.${category}`)}: ${t(`factors.kindUnit.${kind}`)}`,
        },
        ...readFragment(FactorComparisonFragment, sets).map((set) => ({
          key: set.code,
          header: `${set.publisher} ${set.publicationYear}`,
          numeric: true,
          cell: (row: Row) => factor(set, row),
        })),
      ]}
    />
  );
}
