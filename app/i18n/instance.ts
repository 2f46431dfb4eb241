import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { defaultLocale, type Locale } from "./locales.ts";
import type { Namespace, Words } from "./words.ts";

const files = import.meta.glob<object>("../../locales/*/*.json", { eager: true, import: "default" });

const resources: Record<string, Record<string, object>> = {};
for (const [path, content] of Object.entries(files)) {
  const [, locale, namespace] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  if (locale && namespace) (resources[locale] ??= {})[namespace] = content;
}

const base = i18next.createInstance();
await base.use(initReactI18next).init({
  resources,
  lng: defaultLocale,
  fallbackLng: defaultLocale,
  ns: Object.keys(resources[defaultLocale] ?? {}),
  defaultNS: "common",
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** An instance of its own for one request, over the shared words: no request can change another's language. */
export function instanceFor(locale: Locale): i18n {
  return base.cloneInstance({ lng: locale, initAsync: false });
}

/** The words of one concept where no page is rendered. */
export function wordsIn<Name extends Namespace>(locale: Locale, namespace: Name): Words<Name> {
  return instanceFor(locale).getFixedT(locale, namespace) as unknown as Words<Name>;
}
