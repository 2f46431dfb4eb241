import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Disclosure, DataTable } from "#app/ui/index.ts";
import { DotMap } from "#app/ui/map/dot-map.tsx";

export type MappedCity = {
  slug: string;
  name: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  countingPilots: number;
};

/** The signatories on a map of Europe, and the same in a table: how many by country, and where pilots count. */
export function NetworkMap({ cities }: { cities: readonly MappedCity[] }) {
  const { t } = useTranslation("home");
  const format = useFormats();
  const countries = [...new Set(cities.map(({ country }) => country))].map((country) => {
    const own = cities.filter((city) => city.country === country).toSorted((a, b) => format.compare(a.name, b.name));
    return { country, own, counting: own.reduce((sum, { countingPilots }) => sum + countingPilots, 0) };
  });
  const rows = countries.toSorted((a, b) => format.compare(format.country(a.country), format.country(b.country)));
  return (
    <>
      <DotMap
        title={t("map.picture", { count: cities.length, where: t("map.where", { count: countries.length }) })}
        desc={t("map.description")}
        legend={[
          { state: "full", text: t("map.some") },
          { state: "empty", text: t("map.none") },
        ]}
        dots={cities.flatMap(({ latitude, longitude, name, countingPilots }) =>
          latitude === null || longitude === null
            ? []
            : [
                {
                  lat: latitude,
                  lon: longitude,
                  label: name,
                  state: countingPilots > 0 ? ("full" as const) : ("empty" as const),
                },
              ],
        )}
      />
      <Disclosure summary={t("map.table")}>
        <DataTable
          caption={t("map.caption")}
          captionHidden
          narrow="stack"
          rows={rows}
          rowKey={({ country }) => country}
          columns={[
            {
              key: "country",
              header: t("map.country"),
              rowHeader: true,
              cell: ({ country }) => format.country(country),
            },
            { key: "cities", header: t("map.cities"), cell: ({ own }) => format.list(own.map(({ name }) => name)) },
            {
              key: "counting",
              header: t("report:counting"),
              numeric: true,
              cell: ({ counting }) => format.number(counting),
            },
          ]}
        />
      </Disclosure>
    </>
  );
}
