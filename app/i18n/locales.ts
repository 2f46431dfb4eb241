/** The languages of the interface, in the order of their codes; each has a folder in locales/ and content/. */
export const locales = ["de", "el", "en", "fr", "pl"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: string | undefined): value is Locale {
  return (locales as readonly string[]).includes(value ?? "");
}

/** The reader's best language by the Accept-Language header (RFC 9110), else English. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wishes
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)[0];
  return isLocale(best?.language) ? best.language : defaultLocale;
}
