import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next, { type TFunction } from "i18next";

/** Interface words on the API's side: mails and reports, nothing else. */
const root = join(process.cwd(), "locales");
const locales = readdirSync(root);

/** The languages that words() knows. */
export const wordLocales: readonly string[] = locales;

function load(locale: string): Record<string, object> {
  const files = readdirSync(join(root, locale)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(root, locale, name), "utf8")) as object]),
  );
}

const instance = i18next.createInstance();
await instance.init({
  resources: Object.fromEntries(locales.map((locale) => [locale, load(locale)])),
  fallbackLng: "en",
  interpolation: { escapeValue: false },
});

/** The words of one namespace in one language; an unknown language gets English. */
export function words(locale: string, namespace: string): TFunction {
  return instance.getFixedT(locales.includes(locale) ? locale : "en", namespace);
}
