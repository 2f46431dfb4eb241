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

/** Placeholders that stand for a number. */
const numeric =
  "count number value total max min more most least done of open all required possible atRisk silent minutes megabytes lines page pages there pilots comparable published gaps".split(
    " ",
  );
/** A number before a word of three letters or more, other than a unit: the word may change with the number. */
const numberAndNoun = new RegExp(`\\{\\{(${numeric.join("|")})\\}\\} (?!kWh)\\p{L}{3,}`, "u");

/** Sentences with a number that stay as they are, whatever the number. */
const steady: Record<string, string[]> = {
  "a limit of ours, which is never one": [
    "errors:issue.too_long",
    "errors:issue.too_precise",
    "errors:issue.sheet_too_many_columns",
    "errors:issue.sheet_too_many_rows",
    "errors:issue.too_many_lines",
    "errors:issue.too_many_tools",
    "errors:issue.too_many_saved_searches",
    "footprint:import.fileHint",
    "report:networkFootprint.groupsIntro",
  ],
  "a mass with its unit, not a number of things": ["footprint:result.open", "footprint:show.says.totalOpen"],
  "a figure quoted from a spreadsheet": ["errors:issue.sheet_decimals_guessed"],
};

describe("a sentence with a number", () => {
  const english = [...inEnglish].flatMap(([namespace, words]) =>
    [...words].map(([key, text]) => [`${namespace}:${key}`, text] as const),
  );
  const listed = Object.values(steady).flat();

  it("has plural forms, or never changes with the number", () => {
    const counts = (text: string) => placeholders(text).includes("count");
    const single = english.filter(([key, text]) => !isPlural(key) && (counts(text) || numberAndNoun.test(text)));
    expect(
      single.filter(([key]) => !listed.includes(key)).map(([key, text]) => `${key}: ${text}`),
      "Write KEY_one, KEY_other … in every language and pass `count`, or list the sentence with the reason.",
    ).toEqual([]);
    const stale = listed.filter((key) => !single.some(([known]) => known === key));
    expect(stale, "These need not be listed any more.").toEqual([]);
  });
});

/** English texts that stand under several keys on purpose. */
const twice: Record<string, string[]> = {
  "the label of a form's field, found by the field's name, not the name of a state or a code": [
    "Application received",
    "Council decision",
    "Documents complete",
    "Ended",
    "Inhabitants",
    "Lapsed",
    "Signed",
    "Staff",
    "Withdrawn",
    "Area of application",
    "Kind of activity",
    "Language of the texts",
    "Role of ICT",
    "Source of this figure",
    "Web address of the source",
    "What is counted",
    "What it is",
    "What went wrong",
    "Year of this figure",
  ],
  "a heading in the spreadsheet, by which its columns are found again": ["Owned, leased or used", "Part of the city"],
  "found by a code of its own, like the texts beside it": [
    "Not known",
    "Write a number such as 1234.5, with at most four decimals",
    "Changes are asked for: “{{title}}”",
    "a contact person",
    "Ask for changes",
  ],
  "one English word for what other languages tell apart: to change something, and a change": ["Change"],
  "other languages agree with what it is about, in gender or number": [
    "How well it is known",
    "It goes back to the city. Say in the comment what to change.",
    "Published",
    "Whom to ask",
    "Your city's approver has been asked to sign off.",
    "Your city's approver is asked to sign off. Until then you can withdraw it.",
  ],
};

describe("words of states, actions and codes, and sentences", () => {
  /** Two lists in codes.json may share a word: a list is read whole, and its words agree with what it is about. */
  const shared = (keys: readonly string[]) => keys.length > 1 && !keys.every((key) => key.startsWith("codes:"));

  it("stand once", () => {
    const keys = new Map<string, Set<string>>();
    for (const [namespace, words] of inEnglish)
      for (const [key, text] of words)
        keys.set(text.trim(), (keys.get(text.trim()) ?? new Set()).add(`${namespace}:${stem(key)}`));
    const doubled = [...keys].filter(
      ([text, where]) =>
        shared([...where]) &&
        (text.split(/\s+/).length > 2 || [...where].some((key) => /^(codes:|common:action\.)/.test(key))),
    );
    const listed = Object.values(twice).flat();
    expect(
      doubled.filter(([text]) => !listed.includes(text)).map(([text, where]) => `${text}: ${[...where].join(" ")}`),
      "Keep the words under one key and ask for that, or list the text with the reason.",
    ).toEqual([]);
    const stale = listed.filter((text) => !doubled.some(([known]) => known === text));
    expect(stale, "These need not be listed any more.").toEqual([]);
  });
});

describe("what the source asks for", () => {
  const uses = sourcesIn("app", "graphql").flatMap(wordsUsed);

  /** A literal key must be a text or a plural; a computed one must fit at least one. */
  function resolves({ namespace, key }: Use): boolean {
    const fits = new RegExp(`^${key.replaceAll(".", "\\.").replaceAll("*", ".+")}$`);
    return [...(inEnglish.get(namespace)?.keys() ?? [])].some((known) => fits.test(known) || fits.test(stem(known)));
  }

  it("finds the words that are asked for", () => {
    expect(uses.length).toBeGreaterThan(100);
  });

  it("has every word that a page names", () => {
    const lacking = uses
      .filter((use) => !resolves(use))
      .map(({ where, namespace, key }) => `${where} ${namespace}:${key}`);
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
