import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable } from "#app/ui/index.ts";
import { useMass } from "../result/mass.ts";
import { type YearRun, yearRuns } from "../inventory/views.ts";

export const YearsTableFragment = graphql(`
  fragment YearsTable on FootprintYear {
    year
    status
    why
    certain
    level
    changePercent
    constantGridChangePercent
    total {
      low
      central
      high
    }
  }
`);

type Row = ResultOf<typeof YearsTableFragment>;
type Props = { slug: string; years: readonly FragmentOf<typeof YearsTableFragment>[]; hasPath: boolean };

/** Every year with its total, both changes, the level of the path and its status; each leads to its own page. */
export function YearsTable({ slug, years, hasPath }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const mass = useMass();
  const why = (row: Row) =>
    row.why.length > 0 ? `: ${format.list(row.why.map((reason) => codes(`incomparable.${reason}`)))}` : "";
  const sure = ({ certain }: Row) =>
    certain === null ? "" : ` (${t(certain ? "show.table.certain" : "show.table.uncertain")})`;
  return (
    <DataTable<YearRun<Row>>
      caption={t("show.table.caption")}
      captionHidden
      narrow="stack"
      rows={yearRuns(readFragment(YearsTableFragment, years)).toReversed()}
      rowKey={({ from }) => String(from)}
      columns={[
        {
          key: "year",
          header: t("show.table.year"),
          rowHeader: true,
          cell: ({ from, to, row }) =>
            row.total ? (
              <a href={link(`/cities/${slug}/footprint/${row.year}`)}>{row.year}</a>
            ) : from === to ? (
              from
            ) : (
              `${from}–${to}`
            ),
        },
        {
          key: "status",
          header: t("show.table.status"),
          cell: ({ row }) => `${codes(`yearStatus.${row.status}`)}${why(row)}${sure(row)}`,
        },
        {
          key: "total",
          header: t("result.table.total"),
          numeric: true,
          cell: ({ row }) => (row.total ? mass.exact(row.total.central) : "–"),
        },
        {
          key: "range",
          header: t("show.table.range"),
          numeric: true,
          cell: ({ row: { total } }) =>
            total === null
              ? "–"
              : total.high === null
                ? t("show.table.from", { low: mass.exact(total.low) })
                : `${mass.exact(total.low)}–${mass.exact(total.high)}`,
        },
        {
          key: "change",
          header: t("show.table.change"),
          numeric: true,
          cell: ({ row }) => (row.changePercent === null ? "–" : mass.percent(row.changePercent)),
        },
        {
          key: "constant",
          header: t("show.table.constant"),
          numeric: true,
          cell: ({ row }) =>
            row.constantGridChangePercent === null ? "–" : mass.percent(row.constantGridChangePercent),
        },
        ...(hasPath
          ? [
              {
                key: "level",
                header: t("show.table.level"),
                numeric: true,
                cell: ({ from, to, row }: YearRun<Row>) =>
                  row.level === null || from !== to ? "–" : mass.exact(row.level),
              },
            ]
          : []),
      ]}
    />
  );
}
