import { defineConfig } from "i18next-cli";
import { sourcesIn } from "./tests/support/source/sources.ts";
import { locales, wordsUsed } from "./tests/support/source/words.ts";

/** Keys that are put together from codes, as patterns: which of them are asked for shows only on a page. */
const computed = new Set(
  sourcesIn("app", "graphql")
    .flatMap(wordsUsed)
    .filter(({ key }) => key.includes("*") && !key.startsWith("*"))
    .map(({ namespace, key }) => `${namespace}:${key}`),
);
/** Keys whose beginning is computed too: all indicators, the lists for cities alike, the kinds of notices, what a history names. */
const chosen = [
  "indicators:*",
  "codes:citySize.*",
  "codes:region.*",
  "codes:grid.*",
  "mail:notice.*",
  "history:action.*",
  "history:field.*",
  "history:mode.*",
];

export default defineConfig({
  locales: ["en", ...locales.filter((locale) => locale !== "en")],
  extract: {
    input: ["app/**/*.{ts,tsx}", "graphql/**/*.ts"],
    output: "locales/{{language}}/{{namespace}}.json",
    defaultNS: "common",
    functions: ["t", "*.t"],
    useTranslationNames: [
      "useTranslation",
      { name: "wordsIn", nsArg: 1, keyPrefixArg: 2 },
      { name: "words", nsArg: 1, keyPrefixArg: 2 },
    ],
    preservePatterns: [...computed, ...chosen],
  },
  status: { ignoreKeys: [...computed] },
});
