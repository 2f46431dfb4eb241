import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useMass } from "#app/footprint/result/mass.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { type Column, DataTable, Select, SubmitRow } from "#app/ui/index.ts";
import { type Status, statusOf } from "./status.ts";
export const FootprintGroupFragment = graphql(`
  fragment FootprintGroup on FootprintGroup {
    key
    cities
    reporting
    comparing
    onTrack
    behind
    met
    missed
    ageYears
    kgPerEmployee
    kgPerInhabitant
    employeeCities
    inhabitantCities
  }
`);

export type Grouping = "none" | "country" | "charter" | "language";

type Group = ResultOf<typeof FootprintGroupFragment>;
type Props = { by: Grouping; sort: string; groups: readonly FragmentOf<typeof FootprintGroupFragment>[] };

/** The network's cities by country, charter text or language, as the reader chooses. */
export function FootprintGroups({ by, sort, groups }: Props) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  const link = useLink();
  const nameOf = (key: string) =>
    ({ country: () => format.country(key), charter: () => codes(`charterVersion.${key}`), none: () => key })[
      by === "language" ? "none" : by
    ]();
  const label = ({ key }: Group) => (by === "language" ? format.language(key) : nameOf(key));
  const rows = readFragment(FootprintGroupFragment, groups).toSorted((a, b) => format.compare(label(a), label(b)));
  const count = (key: "cities" | "reporting" | "comparing" | Status): Column<Group> => ({
    key,
    numeric: true,
    header:
      key === "cities" || key === "reporting" || key === "comparing"
        ? t(`networkFootprint.column.${key}`)
        : codes(`yearStatus.${statusOf[key]}`),
    cell: (group) => format.number(group[key]),
  });
  const median = (key: "kgPerEmployee" | "kgPerInhabitant", header: string): Column<Group> => ({
    key,
    header,
    numeric: true,
    cell: (group) => {
      const kg = group[key];
      return kg === null ? t("networkFootprint.few") : mass.line(kg);
    },
  });
  return (
    <>
      <form className="form" method="get" action={`${link("/network/footprint")}#groups`}>
        <input type="hidden" name="sort" value={sort} />
        <Select
          name="by"
          label={t("networkFootprint.by")}
          value={by}
          width="medium"
          options={(["none", "country", "charter", "language"] as const).map((value) => ({
            value,
            label: t(`networkFootprint.grouping.${value}`),
          }))}
        />
        <SubmitRow buttons={[{ label: t("networkFootprint.show"), look: "secondary" }]} />
      </form>
      {by === "none" ? null : (
        <DataTable<Group>
          caption={t("networkFootprint.groups")}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "key", header: t(`networkFootprint.grouping.${by}`), rowHeader: true, cell: label },
            ...(["cities", "reporting", "comparing", "onTrack", "behind", "met", "missed"] as const).map(count),
            {
              key: "age",
              header: t("networkFootprint.column.age"),
              numeric: true,
              cell: ({ ageYears }) => (ageYears === null ? "–" : format.number(ageYears)),
            },
            median("kgPerEmployee", t("networkFootprint.column.perEmployee")),
            median("kgPerInhabitant", t("networkFootprint.column.perInhabitant")),
          ]}
        />
      )}
    </>
  );
}
