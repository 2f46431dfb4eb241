import { useTranslation } from "#app/i18n/words.ts";
import { BarList, ChartWithTable, DataTable, Section } from "#app/ui/index.ts";
import { useFormats } from "#app/i18n/format.ts";
import { drawn, useMass } from "./mass.ts";
import type { ViewedResult } from "./view.tsx";

type Category = ViewedResult["byCategory"][number];
type Share = ViewedResult["byQuality"][number];

/** How many categories are drawn; the table has all of them. */
const shownBars = 8;

/** What the total is made of: the largest categories as bars, all of them as a table. */
export function CategoryGroups({ groups, hrefOf }: { groups: readonly Category[]; hrefOf?: (key: string) => string }) {
  const { t } = useTranslation("footprint");
  const share = useShare();
  const mass = useMass();
  const [first] = groups;
  if (!first) return <p>{t("result.noLines")}</p>;
  const name = (key: string) => t(`category.${key}`);
  const said = { category: name(first.key), share: share(first.share) };
  return (
    <ChartWithTable
      title={t("result.largest")}
      description={t("result.dominates", said)}
      tableLabel={t("result.allCategories")}
      table={
        <DataTable<Category>
          caption={t("result.byCategory")}
          captionHidden
          narrow="stack"
          rows={groups}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "category",
              header: t("result.table.category"),
              rowHeader: true,
              cell: ({ key }) => (hrefOf ? <a href={hrefOf(key)}>{name(key)}</a> : name(key)),
            },
            { key: "use", header: t("result.table.use"), numeric: true, cell: ({ use }) => mass.exact(use.central) },
            {
              key: "manufacture",
              header: t("result.table.manufacture"),
              numeric: true,
              cell: ({ manufacture }) => mass.exact(manufacture.central),
            },
            {
              key: "total",
              header: t("result.table.total"),
              numeric: true,
              cell: ({ total }) => mass.exact(total.central),
            },
            { key: "share", header: t("result.table.share"), numeric: true, cell: (row) => share(row.share) },
          ]}
        />
      }
    >
      <BarList
        label={t("result.largest")}
        items={groups.slice(0, shownBars).map(({ key, total, share: part }) => ({
          label: name(key),
          value: drawn(total.central),
          text: share(part),
          href: hrefOf?.(key),
        }))}
      />
    </ChartWithTable>
  );
}

/** The same total by how well it is known, and by whose equipment it is. */
export function ShareGroups({ result }: { result: ViewedResult }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const { byQuality, byPerimeter, qualityScore } = result;
  if (byQuality.length === 0) return null;
  return (
    <>
      <Section
        title={t("result.byQuality")}
        intro={qualityScore === null ? undefined : t("result.score", { score: format.number(qualityScore) })}
      >
        <ShareTable
          caption={t("result.byQuality")}
          header={t("result.table.quality")}
          rows={byQuality}
          name={(key) => `${key} – ${codes(`dataQuality.${key}`)}`}
        />
      </Section>
      {byPerimeter.length > 1 ? (
        <Section title={t("result.byPerimeter")}>
          <ShareTable
            caption={t("result.byPerimeter")}
            header={t("line.perimeter")}
            rows={byPerimeter}
            name={(key) => codes(`perimeter.${key}`)}
          />
        </Section>
      ) : null}
    </>
  );
}

type TableProps = { caption: string; header: string; rows: readonly Share[]; name: (key: string) => string };

function ShareTable({ caption, header, rows, name }: TableProps) {
  const { t } = useTranslation("footprint");
  const share = useShare();
  const mass = useMass();
  return (
    <DataTable<Share>
      caption={caption}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "key", header, rowHeader: true, cell: ({ key }) => name(key) },
        {
          key: "total",
          header: t("result.table.total"),
          numeric: true,
          cell: ({ total }) => mass.exact(total.central),
        },
        { key: "share", header: t("result.table.share"), numeric: true, cell: (row) => share(row.share) },
      ]}
    />
  );
}

/** A fraction in percent with one decimal; a dash where there is no total. */
export function useShare() {
  const { language } = useTranslation().i18n;
  const style = { style: "percent", maximumFractionDigits: 1 } as const;
  return (fraction: string | null): string =>
    fraction === null ? "–" : new Intl.NumberFormat(language, style).format(fraction as Intl.StringNumericLiteral);
}
