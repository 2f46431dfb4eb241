import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { SummaryList } from "#app/ui/index.ts";

export const ProvenanceFragment = graphql(`
  fragment Provenance on Inventory {
    year
    perimeters
    tenures
    factorSet {
      code
      title
      publisher
      publicationYear
    }
    grid {
      country
      own
      value
      low
      high
      sourceTitle
      sourceUrl
      factor {
        year
      }
    }
  }
`);

type Inventory = ResultOf<typeof ProvenanceFragment>;

/** With what an inventory was worked out: its boundary, the factor set, and the electricity factor of each country. */
export function Provenance({ inventory }: { inventory: FragmentOf<typeof ProvenanceFragment> }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const { factorSet, grid, perimeters, tenures, year } = readFragment(ProvenanceFragment, inventory);
  return (
    <SummaryList
      items={[
        { term: t("basis.perimeters"), value: perimeters.map((code) => codes(`perimeter.${code}`)).join(" · ") },
        { term: t("basis.tenures"), value: tenures.map((code) => codes(`tenure.${code}`)).join(" · ") },
        {
          term: t("basis.factorSet"),
          value: (
            <a href={link(`/footprint/factors/${factorSet.code}`)} lang="en">
              {`${factorSet.publisher}: ${factorSet.title} (${factorSet.publicationYear})`}
            </a>
          ),
        },
        ...grid.map((row) => ({
          term: t("basis.grid", { country: format.country(row.country) }),
          value: <GridFactor row={row} year={year} />,
        })),
        ...(grid.length === 0 ? [{ term: t("basis.gridNone"), value: t("basis.gridMissing") }] : []),
      ]}
    />
  );
}

/** Value, range, place, year and source; says so when the factor is of another year than the inventory. */
function GridFactor({ row, year }: { row: Inventory["grid"][number]; year: number }) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const { factor, sourceTitle, sourceUrl } = row;
  const values = { value: format.number(row.value), low: format.number(row.low), high: format.number(row.high) };
  return (
    <>
      <p>{t("basis.gridValue", values)}</p>
      <p>
        {factor === null
          ? t("basis.gridOwn")
          : factor.year === year
            ? t("basis.gridSameYear", { year })
            : t("basis.gridOtherYear", { year: factor.year, wanted: year })}{" "}
        {factor ? <a href={link(`/footprint/factors?country=${row.country}#grid`)}>{t("basis.gridAll")}</a> : null}
      </p>
      <p>
        {common("source")}:{" "}
        {sourceTitle === null ? (
          common("notGiven")
        ) : (
          <span lang={row.own ? undefined : "en"}>
            {sourceUrl ? <a href={sourceUrl}>{sourceTitle}</a> : sourceTitle}
          </span>
        )}
      </p>
    </>
  );
}
