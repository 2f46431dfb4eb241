/** What is asked of a search engine, PostgreSQL or Meilisearch. Visibility is not its business:
 *  it answers ids and scores, and rows are read again through the viewer's policy. */

export const searchKinds = ["practice", "pilot"] as const;
export type SearchKind = (typeof searchKinds)[number];

export const facetNames = ["kind", "area", "role", "country", "citySize", "stage", "evidence", "language"] as const;
export type FacetName = (typeof facetNames)[number];
export type Filters = Partial<Record<FacetName, readonly string[]>>;

export type SearchRequest = {
  /** The whole query as it was typed. */
  typed: string;
  /** What was not understood, as it was typed; with quoted phrases. */
  words: string;
  /** Slugs of what was understood. A document has one, strong or weak, or else holds the words of its span. */
  concepts: readonly string[];
  /** For each concept the words as typed that meant it. */
  spans: readonly string[];
  filters: Filters;
  sort: "relevance" | "newest";
  /** 1-based. */
  page: number;
  pageSize: number;
};

export type SearchHit = { kind: SearchKind; id: string; score: number };
export type FacetCount = { value: string; count: number };

export type SearchAnswer = {
  /** The asked page; empty beyond the last one. */
  hits: SearchHit[];
  total: number;
  /** Counts do not collapse: a facet's own filter is left out when its values are counted. */
  facets: Record<FacetName, FacetCount[]>;
};

export type SearchableText = { language: string; title: string; summary: string; body: string };
/** A city's name or a concept's label; `language` is null when it is nobody's in particular. */
export type SearchableName = { language: string | null; text: string };

/** A published row as the engines see it; `texts` holds every language it can be read in, the original first. */
export type SearchableRow = {
  kind: SearchKind;
  id: string;
  texts: SearchableText[];
  /** Names and labels in every language: city names, concept labels. */
  names: SearchableName[];
  area: string | null;
  role: string | null;
  stage: string | null;
  evidence: string | null;
  country: string;
  citySize: string;
  languages: string[];
  /** Slugs of concepts: what it is about (tagged by its author, or said in one of its titles). */
  strong: string[];
  /** Slugs of concepts: what it touches (said in its texts, or broader than a strong one). Never those of `strong`. */
  weak: string[];
  publishedOn: string | null;
};

export type SearchEngine = {
  name: string;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Writes documents, new or again. */
  put(rows: readonly SearchableRow[]): Promise<void>;
  remove(kind: SearchKind, id: string): Promise<void>;
  /** Removes what was last written before that instant: the end of a rebuild. */
  prune(before: Date): Promise<void>;
  clear(): Promise<void>;
  ready(): Promise<boolean>;
};
