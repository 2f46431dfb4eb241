import type { SearchableRow, SearchEngine, SearchRequest } from "#graphql/search/engine.rules.ts";

/** Rows for the engines' contract. The id of the row number n ends with n. */
export function idOf(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

export type Given = Partial<Omit<SearchableRow, "id" | "texts">> & {
  title?: string;
  summary?: string;
  body?: string;
  language?: string;
  texts?: SearchableRow["texts"];
};

/** A published row with what the test cares about. */
export function makeRow(number: number, given: Given = {}): SearchableRow {
  const { title = `Row ${number}`, summary = "", body = "", language = "en", ...rest } = given;
  return {
    kind: "practice",
    id: idOf(number),
    texts: [{ language, title, summary, body }],
    names: [],
    area: null,
    role: null,
    stage: null,
    evidence: null,
    country: "FR",
    citySize: "unknown",
    region: "western",
    grid: "under_100",
    cityLanguage: "fr",
    languages: [language],
    strong: [],
    weak: [],
    publishedOn: "2025-06-01",
    savedCarbonKg: null,
    ...rest,
  };
}

/** A request for words that nobody understood. */
export function asking(typed: string, more: Partial<SearchRequest> = {}): SearchRequest {
  return {
    ...{ typed, words: typed, concepts: [], spans: [], filters: {} },
    ...{ sort: "relevance", page: 1, pageSize: 20 },
    ...more,
  };
}

/** The numbers of the rows found, in their order. */
export async function numbersOf(engine: SearchEngine, request: SearchRequest): Promise<number[]> {
  const { hits } = await engine.search(request);
  return hits.map(({ id }) => Number(id.slice(-12)));
}
