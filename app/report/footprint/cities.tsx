import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useMass } from "#app/footprint/result/mass.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { type Column, DataTable, Pagination, StatusTag, type StatusTone } from "#app/ui/index.ts";

export const FootprintCitiesFragment = graphql(`
  fragment FootprintCities on CityFootprintRow {
    slug
    name(locale: $locale)
    country
    latestYear
    years
    comparable
    status
    kgPerEmployee
    kgPerInhabitant
  }
`);

type FootprintCity = ResultOf<typeof FootprintCitiesFragment>;

const pageSize = 15;
const tones: Record<string, StatusTone> = { on_track: "good", met: "good", behind: "risk", missed: "bad" };
const values = {
  latest: ({ latestYear }: FootprintCity) => latestYear,
  comparable: ({ comparable }: FootprintCity) => comparable,
  perEmployee: ({ kgPerEmployee }: FootprintCity) => (kgPerEmployee === null ? null : Number(kgPerEmployee)),
  perInhabitant: ({ kgPerInhabitant }: FootprintCity) => (kgPerInhabitant === null ? null : Number(kgPerInhabitant)),
};
type Key = "name" | "status" | keyof typeof values;

type Props = {
  cities: readonly FragmentOf<typeof FootprintCitiesFragment>[];
  by: string;
  sort: string;
  page: number;
};

/** Every signatory with its newest published year; the address holds the order. Figures sort the largest first, gaps last. */
export function FootprintCities({ cities: all, by, sort, page: asked }: Props) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const mass = useMass();
  const link = useLink();
  const status = ({ status: code }: FootprintCity) => codes(`yearStatus.${code ?? "no_data"}`);
  const cities = readFragment(FootprintCitiesFragment, all);
  const pages = Math.max(1, Math.ceil(cities.length / pageSize));
  const page = Math.min(pages, asked);
  const shown = cities.toSorted(order()).slice((page - 1) * pageSize, page * pageSize);
  const address = (key: string, number?: number) =>
    `?${new URLSearchParams({ by, sort: key, ...(number ? { page: String(number) } : {}) })}#cities`;
  const head = (key: Key) => ({
    key,
    header: key === "name" ? codes("kind.city") : t(`networkFootprint.city.${key}`),
    sort: {
      href: address(key),
      direction: sort === key ? (key in values ? ("descending" as const) : ("ascending" as const)) : undefined,
    },
  });
  const each = (kg: string | null, { years }: FootprintCity) =>
    kg === null ? (years.length === 0 ? "–" : common("notKnown")) : mass.line(kg);
  const columns: Column<FootprintCity>[] = [
    {
      ...head("name"),
      rowHeader: true,
      cell: ({ slug, name, country }) => (
        <a href={link(`/cities/${slug}/footprint`)}>
          {t("queue.cityCountry", { city: name, country: format.country(country) })}
        </a>
      ),
    },
    {
      ...head("status"),
      cell: (city) => <StatusTag tone={tones[city.status ?? ""] ?? "quiet"}>{status(city)}</StatusTag>,
    },
    {
      ...head("latest"),
      numeric: true,
      cell: ({ latestYear }) => latestYear ?? "–",
    },
    {
      ...head("comparable"),
      numeric: true,
      cell: ({ years, comparable }) => t("networkFootprint.ofInventories", { comparable, inventories: years.length }),
    },
    { ...head("perEmployee"), numeric: true, cell: (city) => each(city.kgPerEmployee, city) },
    { ...head("perInhabitant"), numeric: true, cell: (city) => each(city.kgPerInhabitant, city) },
  ];
  return (
    <>
      <DataTable<FootprintCity>
        caption={t("networkFootprint.cities")}
        captionHidden
        narrow="stack"
        rows={shown}
        rowKey={({ slug }) => slug}
        columns={columns}
      />
      <Pagination
        label={common("pagination.label")}
        page={page}
        pages={pages}
        hrefOf={(number) => address(sort, number)}
        pageLabel={(number) => common("pagination.page", { page: number })}
        previous={common("pagination.previous")}
        next={common("pagination.next")}
      />
    </>
  );

  function order() {
    const byName = (a: FootprintCity, b: FootprintCity) => format.compare(a.name, b.name);
    if (sort === "status")
      return (a: FootprintCity, b: FootprintCity) => format.compare(status(a), status(b)) || byName(a, b);
    const value = Object.hasOwn(values, sort) ? values[sort as keyof typeof values] : null;
    if (!value) return byName;
    return (a: FootprintCity, b: FootprintCity) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity) || byName(a, b);
  }
}
