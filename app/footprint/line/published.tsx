import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Actions, ButtonLink, DataTable } from "#app/ui/index.ts";
import { inventoryAddress } from "../inventory/downloads.tsx";
import { LineBasis } from "./basis.tsx";
import { LineName } from "./name.tsx";
import { useMass } from "../result/mass.ts";
import type { ListedLine, ListedLines } from "../inventory/year-documents.ts";

export const PublishedLinesFragment = graphql(`
  fragment PublishedLines on Inventory {
    language
    factorSet {
      code
    }
  }
`);

type Inventory = ResultOf<typeof PublishedLinesFragment>;
type Props = {
  inventory: FragmentOf<typeof PublishedLinesFragment>;
  lines: ListedLines;
  category: string | null;
  after: string | null;
  kept: Parameters<typeof inventoryAddress>[0];
  page: string;
};

/** The lines, 25 at once, of all categories or one; each says what it was worked out with. */
export function PublishedLines({ inventory, lines, category, after, kept, page }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const number = format.number(lines.totalCount ?? 0);
  const address = (more: Record<string, string>) => {
    const search = new URLSearchParams(inventoryAddress(kept));
    for (const [name, value] of Object.entries(more)) search.set(name, value);
    return `${page}?${search}#lines`;
  };
  const chosen: Record<string, string> = category ? { category } : {};
  const { hasNextPage, endCursor } = lines.pageInfo;
  return (
    <>
      <p>
        {category
          ? t("year.lines.only", { category: t(`category.${category}`, { defaultValue: category }), number })
          : t("year.lines.count", { number })}{" "}
        {category ? (
          <a href={address({})}>{t("year.lines.all")}</a>
        ) : (
          <a href="#categories">{t("line.chooseCategory")}</a>
        )}
      </p>
      <Rows inventory={readFragment(PublishedLinesFragment, inventory)} rows={lines.edges.map(({ node }) => node)} />
      <Actions>
        {after ? (
          <ButtonLink look="secondary" href={address(chosen)}>
            {common("pagination.first")}
          </ButtonLink>
        ) : null}
        {hasNextPage && endCursor ? (
          <ButtonLink look="secondary" href={address({ ...chosen, after: endCursor })}>
            {common("pagination.next")}
          </ButtonLink>
        ) : null}
      </Actions>
    </>
  );
}

function Rows({ inventory, rows }: { inventory: Inventory; rows: readonly ListedLine[] }) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const mass = useMass();
  const lacks = ({ gaps }: ListedLine, ...of: string[]) => gaps.some((gap) => of.includes(gap));
  return (
    <DataTable<ListedLine>
      caption={t("year.lines.title")}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "line",
          header: t("year.lines.line"),
          rowHeader: true,
          cell: (line) => <LineName line={line} lang={inventory.language} />,
        },
        {
          key: "quantity",
          header: t("year.lines.quantity"),
          numeric: true,
          cell: ({ quantity }) => format.number(quantity),
        },
        {
          key: "basis",
          header: t("year.lines.basis"),
          cell: (line) => <LineBasis line={line} set={inventory.factorSet.code} lang={inventory.language} />,
        },
        {
          key: "use",
          header: t("result.table.use"),
          numeric: true,
          cell: (line) => (lacks(line, "energy", "grid") ? common("notKnown") : mass.exact(line.use.central)),
        },
        {
          key: "manufacture",
          header: t("result.table.manufacture"),
          numeric: true,
          cell: (line) =>
            lacks(line, "embodied", "lifetime") ? common("notKnown") : mass.exact(line.manufacture.central),
        },
      ]}
    />
  );
}
