import type { FacetName } from "#graphql/search/engine.rules.ts";
import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { FilterPanel, RemovableTags } from "#app/ui/index.ts";
import { addressPairs, byFacet, facets, type ChosenValues, type Same, searchAddress } from "./address.ts";
import type { SearchResults } from "./find.server.ts";
import { useValueLabel } from "./words.ts";

const mostShown = 12;

type Props = Same & { found: Pick<SearchResults, "facets">; all: string | null };
type Value = SearchResults["facets"][number]["values"][number];

/** Every facet but the kind, which has its own row of links. */
const panel = facets.filter(({ name }) => name !== "kind");
const kindAlone = (filters: ChosenValues) => byFacet(({ name }) => (name === "kind" ? filters.kind : []));

/** Groups of values with counts. Long groups show their most frequent values, and link to all of them. */
export function SearchFilters({ found, all, ...same }: Props) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const labelOf = useValueLabel();
  const groups = panel.map((facet) => {
    const values = found.facets.find(({ name }) => name === facet.name)?.values ?? [];
    const onDemand = "onDemand" in facet && values.every(({ selected }) => !selected);
    const shown =
      all === facet.param
        ? values
        : values.filter(({ selected }, index) => selected || index < (onDemand ? 0 : mostShown));
    return {
      ...facet,
      title: t(`facet.${facet.name}`),
      values: ordered(shown, "order" in facet ? facet.order : []),
      hidden: onDemand && values.length < 2 ? 0 : values.length - shown.length,
    };
  });
  const long = groups.filter(({ hidden }) => hidden > 0);
  const anyChosen = panel.some(({ name }) => same.filters[name].length > 0);
  const cleared = { ...same, filters: kindAlone(same.filters) };
  if (groups.every(({ values }) => values.length === 0)) return null;
  return (
    <>
      <FilterPanel
        action={link("/search")}
        label={t("filters")}
        button={common("action.apply")}
        clear={anyChosen ? { href: link(searchAddress(cleared)), label: common("action.clear") } : undefined}
        keep={addressPairs(cleared)}
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
          <a href={link(searchAddress({ ...same, all: param }))}>
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
export function ChosenFilters(same: Same) {
  const { t } = useTranslation("search");
  const link = useLink();
  const labelOf = useValueLabel();
  const { filters } = same;
  const lacking = (name: FacetName, gone: string) => ({
    ...filters,
    [name]: filters[name].filter((value) => value !== gone),
  });
  const items = panel.flatMap(({ name }) =>
    filters[name].map((value) => ({
      ...labelOf(name, value),
      hidden: t("remove", { group: t(`facet.${name}`) }),
      href: link(searchAddress({ ...same, filters: lacking(name, value) })),
    })),
  );
  return <RemovableTags label={t("chosen")} items={items} />;
}
