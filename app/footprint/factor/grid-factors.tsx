import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, Notice, Select, SubmitRow } from "#app/ui/index.ts";

export const GridFactorsFragment = graphql(`
  fragment GridFactors on GridFactor {
    id
    year
    value
    low
    high
    rangeBasis
    sourceTitle
    sourceUrl
    geography
    lifeCycle
    licence
    version
  }
`);

type GridRow = ResultOf<typeof GridFactorsFragment>;
type Props = {
  country: string | null;
  countries: readonly string[];
  rows: readonly FragmentOf<typeof GridFactorsFragment>[];
};

/** The electricity factors of the country that the reader chooses, the newest year first. */
export function GridFactors({ country, countries, rows }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const options = countries
    .map((code) => ({ value: code, label: format.country(code) }))
    .toSorted((a, b) => format.compare(a.label, b.label));
  const name = country && format.country(country);
  return (
    <>
      <form className="form" method="get" action={`${link("/footprint/factors")}#grid`}>
        <Select
          name="country"
          label={t("factors.grid.country")}
          options={options}
          value={country}
          placeholder={t("factors.grid.choose")}
          width="medium"
        />
        <SubmitRow buttons={[{ label: t("factors.grid.show"), look: "secondary" }]} />
      </form>
      {name && rows.length === 0 ? <Notice>{t("factors.grid.none", { country: name })}</Notice> : null}
      {name && rows.length > 0 ? (
        <DataTable<GridRow>
          caption={t("factors.grid.caption", { country: name })}
          narrow="stack"
          rows={readFragment(GridFactorsFragment, rows)}
          rowKey={({ id }) => id}
          columns={[
            { key: "year", header: t("factors.table.year"), rowHeader: true, cell: ({ year }) => year },
            {
              key: "value",
              header: t("factors.grid.value"),
              numeric: true,
              cell: (row) =>
                t("factors.valueRange", {
                  value: format.number(row.value),
                  low: format.number(row.low),
                  high: format.number(row.high),
                }),
            },
            { key: "basis", header: t("factors.table.range"), cell: (row) => <span lang="en">{row.rangeBasis}</span> },
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
                  {`; ${row.licence}; ${row.version}`}
                </span>
              ),
            },
          ]}
        />
      ) : null}
    </>
  );
}
