import { useTranslation } from "#app/i18n/words.ts";
import { formats, useFormats } from "#app/i18n/format.ts";
import type { FacetName } from "#graphql/search/engine.rules.ts";

/** The label of a facet's value; the languages that something can be read in are named in their own. */
export function useValueLabel(): (name: FacetName, value: string) => { label: string; lang?: string } {
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (name, value) => {
    if (name === "language") return { label: formats(value).language(value), lang: value };
    if (name === "cityLanguage") return { label: format.language(value) };
    return { label: name === "country" ? format.country(value) : codes(`${name}.${value}`) };
  };
}

/** At most `most` characters, cut between words. */
export function shorten(text: string, most = 220): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:.–-]+$/, "")}…`;
}
