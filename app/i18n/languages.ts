import { formats } from "./format.ts";

/** The official languages of the EU: what cities may write in. */
export const textLanguages = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split(" ");

/** Options of a language select: each in its own language, sorted for readers of `locale`. */
export function languageOptions(locale: string) {
  const { compare } = formats(locale);
  return textLanguages
    .map((code) => ({ value: code, label: formats(code).language(code), lang: code }))
    .toSorted((a, b) => compare(a.label, b.label));
}
