import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { stopWords } from "./meilisearch-stop-words.ts";

/** The oldest server that knows all that is asked of it: federated facets, prefixes and facet search as settings, typing errors of numbers. */
export const oldestServer = "1.15.0";

/** Raised whenever documents are made in another way, so that they are all made again. */
const documentForm = 2;

/** Fields that hold words, weightiest first. A field holds all languages, so that none weighs more than another. */
export const wordFields = ["title", "names", "compounds", "summary", "body"] as const;
/** Holds one same word in every document: a search for it finds all, in the order of the other ranking rules. */
export const everyField = "every";

/**
 * The index. German alone is cut into the parts of its compounds, in a field of its own: under the rules of a language, typing
 * errors of other languages are no longer forgiven, and Swedish keeps its accents.
 */
export const indexSettings = {
  searchableAttributes: [...wordFields, everyField],
  displayedAttributes: ["kind", "rowId", "savedCarbonKg"],
  filterableAttributes: [
    "kind",
    "area",
    "role",
    "country",
    "citySize",
    "stage",
    "evidence",
    "languages",
    "region",
    "grid",
    "cityLanguage",
    "strong",
    "weak",
    "written",
    "id",
  ],
  sortableAttributes: ["comesLast", "kindRank", "day", "savedCarbonKg", "rowId"],
  rankingRules: [
    "sort",
    "comesLast:asc",
    "words",
    "typo",
    "attribute",
    "proximity",
    "exactness",
    "kindRank:asc",
    "day:desc",
    "rowId:desc",
  ],
  localizedAttributes: [
    { attributePatterns: ["compounds"], locales: ["deu"] },
    { attributePatterns: ["title", "names", "summary", "body", everyField], locales: ["eng"] },
  ],
  stopWords: [...stopWords],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: [everyField],
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: 300 },
  pagination: { maxTotalHits: 1_000_000 },
  prefixSearch: "indexingTime",
  facetSearch: false,
  searchCutoffMs: 1000,
} as const satisfies DeepReadonly<Settings>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** What the index must have been built with to be used. */
export const fingerprint = createHash("sha256")
  .update(JSON.stringify([documentForm, indexSettings]))
  .digest("hex")
  .slice(0, 16);

/** Whether a server's settings hold all of ours; those that we leave to the server do not matter. Lists may come in another order. */
export function fits(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || ours.length !== theirs.length) return false;
    return ours.every((value) => (theirs as unknown[]).some((other) => fits(value, other)));
  }
  if (ours === null || typeof ours !== "object") return ours === theirs;
  if (theirs === null || typeof theirs !== "object") return false;
  return Object.entries(ours).every(([name, value]) => fits(value, (theirs as Record<string, unknown>)[name]));
}

/** Whether version a.b.c is at least `least`. */
export function isAtLeast(version: string, least: string): boolean {
  const parts = (text: string) => (text.split("-")[0] ?? "").split(".").map(Number);
  const [given, needed] = [parts(version), parts(least)];
  for (const [at, number] of needed.entries()) {
    const other = given[at] ?? 0;
    if (other !== number) return other > number;
  }
  return true;
}
