import texts from "#content/reference/charter/texts.json";
import type { Locale } from "#app/i18n/locales.ts";

export type CharterText = { aim: string | null; commitments: Record<string, string | null> };

/** What each charter text says, in our own words and in one language, by the text's code. */
export function charterTexts(locale: Locale): Record<string, CharterText> {
  const versions = Object.entries(texts as Record<string, Words>).map(([code, { aim, commitments }]) => {
    const said = Object.entries(commitments).map(([kind, words]) => [kind, words[locale] ?? null] as const);
    return [code, { aim: aim[locale] ?? null, commitments: Object.fromEntries(said) }] as const;
  });
  return Object.fromEntries(versions);
}

type Words = { aim: Partial<Record<Locale, string>>; commitments: Record<string, Partial<Record<Locale, string>>> };
