import { readdirSync, readFileSync } from "node:fs";

/** Texts of invented practices in five languages: prose of the portal's own pages, words of the thesaurus, invented names. */

export const languages = ["en", "fr", "de", "pl", "el"] as const;
/** Concepts that many of a network's practices have come first; all others follow by name. */
const common = [
  ...["energy-efficiency", "smart-city", "street-lighting", "energy-saving", "public-building", "data-centre"],
  ...["computer-equipment", "open-data", "urban-mobility", "energy-consumption", "waste-heat-utilisation", "recycling"],
  ...["public-transport", "telework", "district-heating", "green-public-procurement", "electric-vehicle"],
];

export type Text = { language: string; title: string; summary: string; problem: string; solution: string };

/** The same texts for the same practice, always. */
export function openTexts(): (practice: number) => Text & { tags: string[] } {
  const sources = new Map(languages.map((language) => [language, sourceOf(language)]));
  const slugs = Object.keys(labelsOf("en")).toSorted();
  const ranked = [...common, ...slugs.filter((slug) => !common.includes(slug))];
  const weights = ranked.map((_, rank) => (rank + 2) ** -0.75);
  const bounds = weights.map(
    (
      (sum) => (weight: number) =>
        (sum += weight)
    )(0),
  );

  return (practice) => {
    const next = randomOf(practice);
    const language = languages[practice % languages.length] ?? "en";
    const { prose, labels } = sources.get(language) ?? sourceOf(language);
    const concept = () => {
      const wanted = next() * (bounds.at(-1) ?? 0);
      return ranked[bounds.findIndex((bound) => bound >= wanted)] ?? "energy-efficiency";
    };
    const label = (slug: string) => {
      const all = labels[slug] ?? [slug];
      return all[Math.floor(next() * all.length)] ?? slug;
    };
    const passage = (words: number) => {
      const start = Math.floor(next() * (prose.length - words));
      return prose.slice(start, start + words).join(" ");
    };
    const name = () =>
      Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]).join("") +
      (next() < 0.5 ? "" : "ia");
    const about = concept();
    const further = [concept(), concept()];
    return {
      language,
      title: `${label(about)}: ${name()} – ${passage(3)}`,
      summary: `${passage(7)} ${label(further[0] ?? about)} ${passage(9)} ${name()}.`,
      problem: `${passage(35)} ${label(concept())} ${passage(20)}.`,
      solution: `${passage(45)} ${label(concept())} ${passage(25)} ${name()}.`,
      tags: [...new Set([about, ...further])],
    };
  };
}

const syllables =
  "ba be bo da del dor fa fen ga gil ha hel in ka kel la lin lo ma mer mi na nor o pa per ra ren ro sa sel ta tor u va ven wa zo".split(
    " ",
  );

/** Numbers between 0 and 1 that follow from a seed (mulberry32, a public-domain generator). */
function randomOf(seed: number): () => number {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sourceOf(language: string): { prose: string[]; labels: Record<string, string[]> } {
  const pages = readdirSync(`content/${language}`).filter((name) => name.endsWith(".md"));
  const text = pages.map((name) => readFileSync(`content/${language}/${name}`, "utf8").replace(/^---[^]*?---/, ""));
  const words = text.join(" ").match(/[\p{L}\p{M}’'-]+[,.]?/gu) ?? [];
  return { prose: words, labels: labelsOf(language) };
}

function labelsOf(language: string): Record<string, string[]> {
  const file = readFileSync(`content/reference/concepts/${language}.json`, "utf8");
  const all = JSON.parse(file) as Record<string, { label: string; alt: { text: string }[] }>;
  return Object.fromEntries(
    Object.entries(all).map(([slug, { label, alt }]) => [slug, [label, label, ...alt.map(({ text }) => text)]]),
  );
}
