import { useTranslation, type Words as WordsOf } from "#app/i18n/words.ts";
import { type Formats, useFormats } from "#app/i18n/format.ts";
import type { FacetName } from "#graphql/search/engine.rules.ts";

/** What a search asks for, with names instead of slugs where readers want names. */
export type NamedCriteria = {
  words: string;
  filters: readonly { name: FacetName; values: readonly string[] }[];
  /** The name of the city whose like are meant. */
  like: string | null;
  /** Labels of concepts that the words do not mean. */
  without?: readonly string[];
};

type Words = { t: WordsOf<"search">; codes: WordsOf<"codes">; format: Formats };

/** A search as its owner would say it: the words, then each facet with what was chosen. */
export function criteriaInWords(
  { words, filters, like, without = [] }: NamedCriteria,
  { t, codes, format }: Words,
): string[] {
  const label = (name: FacetName, value: string): string => {
    if (name === "country") return format.country(value);
    if (name === "language" || name === "cityLanguage") return format.language(value);
    return codes(`${name}.${value}`);
  };
  const chosen = filters.filter(({ values }) => values.length > 0);
  const parts = [
    ...(words ? [words] : []),
    ...(without.length > 0 ? [t("search:saved.without", { concepts: without.join(", ") })] : []),
    ...chosen.map(({ name, values }) =>
      t("search:saved.chosen", {
        group: t(`facet.${name}`),
        values: values.map((value) => label(name, value)).join(", "),
      }),
    ),
    ...(like ? [t("search:saved.like", { city: like })] : []),
  ];
  return parts.length > 0 ? parts : [t("search:saved.everything")];
}

/** As criteriaInWords(), in the page's language. */
export function useCriteria(): (criteria: NamedCriteria) => string[] {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (criteria) => criteriaInWords(criteria, { t, codes, format });
}
