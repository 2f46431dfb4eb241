import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, type Column, DataTable, Hidden } from "#app/ui/index.ts";
import { type YearPlace, yearPath } from "../inventory/address.ts";
import { useMass } from "../result/mass.ts";

export const LinesFragment = graphql(`
  fragment Lines on InventoryLinesConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        category
        label
        quantity
        tenure
        perimeter
        quality
        gaps
        total {
          central
        }
      }
    }
  }
`);

type Line = ResultOf<typeof LinesFragment>["edges"][number]["node"];
type Props = {
  place: YearPlace;
  lines: FragmentOf<typeof LinesFragment>;
  language: string;
  /** The lines may be changed. */
  open: boolean;
  /** What is shown of them. */
  shown: { category: string | null; after: string | null };
};

/** A page of lines, each with its result and, while they may be changed, links to change and to remove it. */
export function LinesTable({ place, lines, language, open, shown }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common, i18n } = useTranslation();
  const format = useFormats();
  const mass = useMass();
  const link = useLink();
  const { edges, pageInfo, totalCount } = readFragment(LinesFragment, lines);
  const name = ({ category, label }: Line) =>
    label ? `${t(`category.${category}`)}, ${label}` : t(`category.${category}`);
  const foreign = language === i18n.language ? undefined : language;
  const result = (line: Line) =>
    line.gaps.length > 0 ? (
      <>
        {/^0(\.0*)?$/.test(line.total.central) ? t("estimate.unknown") : mass.line(line.total.central)}
        <small> {t("edit.lacks", { list: line.gaps.map((gap) => codes(`gap.${gap}`)).join(", ") })}</small>
      </>
    ) : (
      mass.line(line.total.central)
    );
  const columns: Column<Line>[] = [
    {
      key: "line",
      header: t("edit.line"),
      rowHeader: true,
      cell: (line) => (
        <>
          {t(`category.${line.category}`)}
          {line.label ? <small lang={foreign}> {line.label}</small> : null}
        </>
      ),
    },
    { key: "quantity", header: t("line.quantity"), numeric: true, cell: ({ quantity }) => format.number(quantity) },
    {
      key: "where",
      header: t("line.perimeter"),
      cell: ({ perimeter, tenure }) => `${codes(`perimeter.${perimeter}`)}, ${codes(`tenure.${tenure}`)}`,
    },
    { key: "quality", header: t("edit.quality"), numeric: true, cell: ({ quality }) => quality },
    { key: "total", header: t("edit.perYear"), numeric: true, cell: result },
  ];
  const actions: Column<Line> = {
    key: "actions",
    header: t("edit.actions"),
    cell: (line) => (
      <Actions>
        <a href={link(yearPath(place, `lines/${line.id}`))}>
          {common("action.change")} <Hidden>{name(line)}</Hidden>
        </a>
        <a href={link(yearPath(place, `lines/${line.id}`, { remove: "yes" }))}>
          {common("action.remove")} <Hidden>{name(line)}</Hidden>
        </a>
      </Actions>
    ),
  };
  const page = (after: string | null) => `${link(yearPath(place, "edit", { category: shown.category, after }))}#lines`;
  return (
    <>
      {shown.category ? (
        <p>
          {t("edit.only", { category: t(`category.${shown.category}`), count: totalCount })}{" "}
          <a href={`${link(yearPath(place, "edit"))}#lines`}>{t("edit.allLines")}</a>
        </p>
      ) : null}
      <DataTable
        caption={t("edit.lineCount", { count: totalCount })}
        columns={open ? [...columns, actions] : columns}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        narrow="stack"
      />
      {shown.after || pageInfo.hasNextPage ? (
        <p>
          {shown.after ? <a href={page(null)}>{t("edit.firstLines")}</a> : null}{" "}
          {pageInfo.hasNextPage ? <a href={page(pageInfo.endCursor)}>{t("edit.nextLines")}</a> : null}
        </p>
      ) : null}
    </>
  );
}
