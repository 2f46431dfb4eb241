import { comesLast, type SearchableRow, type SearchKind, searchKinds } from "../engine.rules.ts";
import { everyField } from "./meilisearch-settings.ts";
import { fold } from "../words.rules.ts";

/** As PostgreSQL does: the longest texts are indexed by their beginning. */
const longestText = 20_000;
const compounding = "de";
/** What stands in every document's `every`. */
export const everyWord = "every";

export type MeilisearchDocument = ReturnType<typeof documentOf>;

export function documentId(kind: SearchKind, id: string): string {
  return `${kind}-${id}`;
}

/** A row as Meilisearch holds it. `written` is a time in milliseconds. */
export function documentOf(row: SearchableRow, written: number) {
  const german = row.texts.filter(({ language }) => language === compounding);
  return {
    id: documentId(row.kind, row.id),
    rowId: row.id,
    title: texts(row.texts.map(({ title }) => title)),
    names: texts(row.names.map(({ text }) => text)),
    compounds: texts(german.flatMap(({ title, summary }) => [title, summary])),
    summary: texts(row.texts.map(({ summary }) => summary)),
    body: texts(row.texts.map(({ body }) => body)),
    [everyField]: everyWord,
    kind: row.kind,
    area: row.area,
    role: row.role,
    country: row.country,
    citySize: row.citySize,
    stage: row.stage,
    evidence: row.evidence,
    region: row.region,
    grid: row.grid,
    cityLanguage: row.cityLanguage,
    languages: row.languages,
    strong: row.strong,
    weak: row.weak,
    comesLast: row.kind === comesLast ? 1 : 0,
    kindRank: searchKinds.indexOf(row.kind),
    // Without a day or a figure the field is left out: such documents come last.
    ...(row.savedCarbonKg === null ? {} : { savedCarbonKg: row.savedCarbonKg }),
    ...(row.publishedOn ? { day: Number(row.publishedOn.replaceAll("-", "")) } : {}),
    written,
  };
}

function texts(all: readonly string[]): string[] {
  return [...new Set(all.map((text) => spelled(text.slice(0, longestText))))].filter((text) => text !== "");
}

/** Letters that Meilisearch does not take for their likes (ß ł ø æ …) are spelled as our queries spell them; accents it forgives. */
function spelled(text: string): string {
  return text.normalize("NFC").replaceAll(/[ßæœøłđðþħŧŋıĸς]/giu, fold);
}
