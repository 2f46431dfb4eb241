import { useTranslation } from "react-i18next";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { FilterPanel, RemovableTags } from "#app/ui/index.ts";
import { byFacet, facets, type FacetName, type Same, searchAddress } from "./address.ts";
import type { Found } from "./find.server.ts";
import { useValueLabel } from "./words.ts";

const mostShown = 12;

type Props = Same & { found: Found; all: string | null };
type Value = Found["facets"][number]["values"][number];

/** Groups of values with counts. Long groups show their most frequent values, and link to all of them. */
export function SearchFilters({ found, words, filters, sort, without, all }: Props) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const labelOf = useValueLabel();
  const groups = facets.map((facet) => {
    const values = found.facets.find(({ name }) => name === facet.name)?.values ?? [];
    const shown = all === facet.param ? values : values.filter(({ selected }, index) => selected || index < mostShown);
    return {
      ...facet,
      title: t(`facet.${facet.name}`),
      values: ordered(shown, "order" in facet ? facet.order : []),
      hidden: values.length - shown.length,
    };
  });
  const long = groups.filter(({ hidden }) => hidden > 0);
  const anyChosen = facets.some(({ name }) => filters[name].length > 0);
  return (
    <>
      <p>
        <a href="#results">{t("skip")}</a>
      </p>
      <FilterPanel
        action={link("/search")}
        label={t("filters")}
        button={common("action.apply")}
        clear={
          anyChosen
            ? {
                href: link(searchAddress({ words, filters: byFacet(() => []), sort, without })),
                label: common("action.clear"),
              }
            : undefined
        }
        keep={[
          ...(words ? [["q", words] as const] : []),
          ...(sort === "newest" ? [["sort", sort] as const] : []),
          ...without.map((slug) => ["without", slug] as const),
        ]}
        groups={groups
          .filter(({ values }) => values.length > 0)
          .map(({ name, param, title, values }) => ({
            name: param,
            title,
            open: values.some(({ selected }) => selected) || all === param,
            options: values.map(({ value, count, selected }) => ({
              value,
              count: format.number(count),
              checked: selected,
              ...labelOf(name, value),
            })),
          }))}
      />
      {long.map(({ param, title, values, hidden }) => (
        <p key={param}>
          <a href={link(searchAddress({ words, filters, sort, without, all: param }))}>
            {t("showAll", { group: title, number: values.length + hidden })}
          </a>
        </p>
      ))}
    </>
  );
}

function ordered(values: readonly Value[], order: readonly string[]): readonly Value[] {
  return order.length === 0 ? values : values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/** The filters in force, each a link that takes it away. */
export function ChosenFilters({ words, filters, sort, without }: Same) {
  const { t } = useTranslation("search");
  const link = useLink();
  const labelOf = useValueLabel();
  const lacking = (name: FacetName, gone: string) => ({
    ...filters,
    [name]: filters[name].filter((value) => value !== gone),
  });
  const items = facets.flatMap(({ name }) =>
    filters[name].map((value) => ({
      ...labelOf(name, value),
      hidden: t("remove", { group: t(`facet.${name}`) }),
      href: link(searchAddress({ words, filters: lacking(name, value), sort, without })),
    })),
  );
  return <RemovableTags label={t("chosen")} items={items} />;
}
