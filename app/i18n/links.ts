import { useTranslation } from "#app/i18n/words.ts";

/** Addresses of pages in the page's own language: link("/cities") is "/fr/cities" on a French page. */
export function useLink(): (path: string) => string {
  const { language } = useTranslation().i18n;
  return (path) => localPath(language, path);
}

export function localPath(locale: string, path: string): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}
