/** What is asked of a search engine, PostgreSQL or Meilisearch. Visibility is not its business:
 *  it answers ids and scores, and rows are read again through the viewer's policy. */

/** Of equals the earlier kind comes first. New kinds are added at the end. */
export const searchKinds = ["practice", "pilot", "result", "tool", "city"] as const;
export type SearchKind = (typeof searchKinds)[number];
/**
 * What is found by words comes after all other kinds: a result is a figure of its practice, with words that a hundred others have,
 * and must not push practices down.
 */
export const comesLast = "result" satisfies SearchKind;
export const searchSorts = ["relevance", "newest", "carbon"] as const;
export type SearchSort = (typeof searchSorts)[number];

export const facetNames = [
  "kind",
  "area",
  "role",
  "country",
  "citySize",
  "stage",
  "evidence",
  "language",
  "region",
  "grid",
  "cityLanguage",
] as const;
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
  /** Only what the public could first find in this time is among the hits; `total` and `facets` are not narrowed.
   *  PostgreSQL alone knows it, and answers also where Meilisearch does the rest. */
  seen?: { after: Date; until: Date };
  /** What every row must have as well; facets are counted inside it, its own too. */
  within?: Filters;
  /** A row that is left out. */
  except?: Pick<SearchHit, "kind" | "id"> | null;
  /** Equals of every order: the earlier kind first, then the newest. */
  sort: SearchSort;
  /** 1-based. */
  page: number;
  pageSize: number;
};

/** `savedCarbonKg`: kg CO2e per year, as in the row. */
export type SearchHit = { kind: SearchKind; id: string; score: number; savedCarbonKg: number | null };
export type FacetCount = { value: string; count: number };

export type SearchAnswer = {
  /** The asked page; empty beyond the last one. */
  hits: SearchHit[];
  total: number;
  /** Counts do not collapse: a facet's own filter is left out when its values are counted. */
  facets: Record<FacetName, FacetCount[]>;
};

/** The kinds that tell whether little was found: those asked for, else practices and pilots, whatever stands beside them. */
export function telling({ kind }: Filters): readonly string[] {
  return kind?.length ? kind : ["practice", "pilot"];
}

/** How many of these kinds an answer has. */
export function foundOf({ facets }: SearchAnswer, { filters }: SearchRequest): number {
  const kinds = telling(filters);
  return facets.kind.reduce((sum, { value, count }) => (kinds.includes(value) ? sum + count : sum), 0);
}

export type SearchableText = { language: string; title: string; summary: string; body: string };
/** A city's name or a concept's label; `language` is null when it is nobody's in particular. */
export type SearchableName = { language: string | null; text: string };

/** So many concepts of a row are compared with those of others, and so many in common make a difference. */
export const similarConcepts = 8;
export const similarShared = 4;

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
  /** Part of Europe, and band of the carbon of the country's electricity (graphql/city/likeness.rules.ts). */
  region: string;
  grid: string;
  /** The city's own. */
  cityLanguage: string;
  /** Those that it can be read in. */
  languages: string[];
  /** Slugs of concepts: what it is about (tagged by its author, or said in one of its titles). */
  strong: string[];
  /** Slugs of concepts: what it touches (said in its texts, or broader than a strong one). Never those of `strong`. */
  weak: string[];
  publishedOn: string | null;
  /** kg CO2e saved per year, as far as it is known (graphql/data/carbon.rules.ts). */
  savedCarbonKg: number | null;
};

/** What is like the row `id` of that kind, which is about `concepts`. */
export type SimilarRequest = { kind: SearchKind; id: string; concepts: readonly string[]; most: number };

export type SearchEngine = {
  name: string;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Ids of other rows of the kind that are about one of the first `similarConcepts` concepts, or touch one: those that are about
   * most first (more than `similarShared` do not count), then the newest.
   */
  similar(request: SimilarRequest): Promise<string[]>;
  /** Writes documents, new or again. */
  put(rows: readonly SearchableRow[]): Promise<void>;
  remove(kind: SearchKind, id: string): Promise<void>;
  /** Removes what was last written before that instant: the end of a rebuild. */
  prune(before: Date): Promise<void>;
  clear(): Promise<void>;
  ready(): Promise<boolean>;
};
