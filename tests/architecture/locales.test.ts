import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales as portalLocales } from "#app/i18n/locales.ts";
import { profileInput } from "#graphql/identity/input.ts";
import { issueCodes } from "../support/source/issue-codes.ts";
import { sourcesIn } from "../support/source/sources.ts";
import {
  isPlural,
  locales,
  namespaces,
  placeholders,
  read,
  stem,
  texts,
  type Use,
  wordsUsed,
} from "../support/source/words.ts";

const others = locales.filter((locale) => locale !== "en");
const inEnglish = new Map(namespaces("en").map((namespace) => [namespace, texts(read("en", namespace))]));
const stems = (words: Iterable<string>) => [...new Set([...words].map(stem))].toSorted();
const categories = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

describe("the interface's languages", () => {
  it("are the same for the portal, the API, the words and the editorial texts", () => {
    const known = [...portalLocales].toSorted();
    expect(profileInput.shape.locale.options.toSorted()).toEqual(known);
    expect(locales.toSorted()).toEqual(known);
    expect(
      readdirSync("content")
        .filter((name) => /^[a-z]{2}$/.test(name))
        .toSorted(),
    ).toEqual(known);
  });

  it.each(others)("%s has the namespaces of English", (locale) => {
    expect(namespaces(locale).toSorted()).toEqual(namespaces("en").toSorted());
  });

  it.each(others)("%s has the editorial pages of English", (locale) => {
    expect(readdirSync(`content/${locale}`).toSorted()).toEqual(readdirSync("content/en").toSorted());
  });
});

const files = locales.flatMap((locale) => namespaces(locale).map((namespace) => [locale, namespace] as const));

describe("the words", () => {
  it.each(files)("%s/%s has the keys of English, with the same placeholders", (locale, namespace) => {
    const english = inEnglish.get(namespace) ?? new Map<string, string>();
    const words = texts(read(locale, namespace));
    expect(stems(words.keys())).toEqual(stems(english.keys()));
    const differing = [...words].filter(([key, text]) => {
      const same = english.get(key) ?? english.get(`${stem(key)}_other`) ?? "";
      const wanted = placeholders(same);
      const given = placeholders(text);
      const singular = /_(zero|one|two)$/.test(key) ? wanted.filter((name) => name !== "count") : wanted;
      return !singular.every((name) => given.includes(name)) || !given.every((name) => wanted.includes(name));
    });
    expect(
      differing.map(([key, text]) => `${key}: ${text}`),
      "Placeholders differ from English.",
    ).toEqual([]);
  });

  it.each(files)("%s/%s has every plural form of its language", (locale, namespace) => {
    const words = texts(read(locale, namespace));
    const plurals = new Set(
      [...(inEnglish.get(namespace)?.keys() ?? [])].filter((key) => key.endsWith("_other")).map(stem),
    );
    const lacking = [...plurals]
      .flatMap((key) => categories(locale).map((form) => `${key}_${form}`))
      .filter((key) => !words.has(key));
    const strange = [...words.keys()].filter(
      (key) => isPlural(key) && plurals.has(stem(key)) && !categories(locale).some((form) => key.endsWith(`_${form}`)),
    );
    expect({ lacking, strange }).toEqual({ lacking: [], strange: [] });
  });

  it.each(files)("%s/%s has no empty text, and keys in camelCase or as codes", (locale, namespace) => {
    const words = [...texts(read(locale, namespace))];
    expect(words.filter(([, text]) => typeof text !== "string" || text.trim() === "").map(([key]) => key)).toEqual([]);
    const good = /^([a-z][a-zA-Z0-9]*|[a-z0-9]+(_[a-z0-9]+)*|[A-Z]{2,3}|\d+)$/;
    const strange = words.flatMap(([key]) => stem(key).split(".")).filter((part) => !good.test(part));
    expect([...new Set(strange)]).toEqual([]);
  });
});

describe("what the source asks for", () => {
  const uses = sourcesIn("app", "graphql").flatMap(wordsUsed);

  /** A literal key must be a text or a plural; the beginning of a computed one must be where texts are. */
  function resolves({ namespace, key, whole }: Use): boolean {
    const keys = [...(inEnglish.get(namespace)?.keys() ?? [])];
    if (whole) return keys.some((known) => known === key || (isPlural(known) && stem(known) === key));
    return key === "" || keys.some((known) => known.startsWith(key));
  }

  it("finds the words that are asked for", () => {
    expect(uses.length).toBeGreaterThan(100);
  });

  it("has every word that a page names", () => {
    const lacking = uses
      .filter((use) => !resolves(use))
      .map(({ where, namespace, key, whole }) => `${where} ${namespace}:${key}${whole ? "" : "…"}`);
    expect(lacking).toEqual([]);
  });

  it("has a sentence for every issue that a rule can raise", () => {
    const sentences = inEnglish.get("errors") ?? new Map<string, string>();
    const lacking = issueCodes().filter(
      ({ code }) => ![...sentences.keys()].some((key) => stem(key) === `issue.${code}`),
    );
    expect(
      lacking.map(({ code, where }) => `${where} issue.${code}`),
      "Add the sentence to locales/*/errors.json.",
    ).toEqual([]);
  });
});
