import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { KindLinks } from "#app/ui/index.ts";
import { kinds, type Same, searchAddress } from "./address.ts";
import type { SearchResults } from "./find.server.ts";

/** Everything, or one kind of things, with how many there are of each; kinds of which there is nothing are left out. */
export function Kinds({ found, ...same }: Same & { found: Pick<SearchResults, "facets"> }) {
  const { t } = useTranslation("search");
  const format = useFormats();
  const link = useLink();
  const chosen = same.filters.kind;
  const values = found.facets.find(({ name }) => name === "kind")?.values ?? [];
  const countOf = (kind: string) => values.find(({ value }) => value === kind)?.count ?? 0;
  const shown = kinds.filter((kind) => countOf(kind) > 0 || chosen.includes(kind));
  const address = (kind: readonly string[]) => link(searchAddress({ ...same, filters: { ...same.filters, kind } }));
  if (shown.length < 2 && chosen.length === 0) return null;
  return (
    <KindLinks
      label={t("kinds.label")}
      items={[
        {
          href: address([]),
          label: t("kinds.all"),
          count: format.number(values.reduce((sum, { count }) => sum + count, 0)),
          current: chosen.length === 0,
        },
        ...shown.map((kind) => ({
          href: address([kind]),
          label: t(`kinds.${kind}`),
          count: format.number(countOf(kind)),
          current: chosen.includes(kind),
        })),
      ]}
    />
  );
}
