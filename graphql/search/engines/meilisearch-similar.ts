import type { FederatedMultiSearchParams, Meilisearch, MultiSearchQuery } from "meilisearch";
import { similarConcepts, similarShared, type SimilarRequest } from "../engine.rules.ts";
import { everyWord } from "./meilisearch-document.ts";
import { anyOf, atLeast, fixedFilterOf, weightedQuery } from "./meilisearch-query.ts";
import { everyField } from "./meilisearch-settings.ts";

/** So far apart that no hit of one band reaches the next. */
const step = 1e4;

/** Ids of documents of the kind that share concepts with the row, in the order that SearchEngine.similar promises. */
export async function similarInMeilisearch(
  reader: Meilisearch,
  index: string,
  { kind, id, concepts, most }: SimilarRequest,
  signal?: AbortSignal,
): Promise<string[]> {
  const compared = concepts.slice(0, similarConcepts);
  if (compared.length === 0) return [];
  const fixed = fixedFilterOf({ within: { kind: [kind] }, except: { kind, id } });
  const query = (band: number, sharing: string) => {
    const found: MultiSearchQuery = { indexUid: index, q: everyWord, attributesToSearchOn: [everyField] };
    return weightedQuery(band, step ** band, { ...found, attributesToRetrieve: ["rowId"], filter: [...fixed, sharing] })
      .query;
  };
  const bands = Array.from({ length: Math.min(similarShared, compared.length) }, (_, at) => at + 1);
  const { hits } = await reader.multiSearch<FederatedMultiSearchParams, { rowId: string }>(
    {
      federation: { limit: most, offset: 0 },
      queries: [
        query(0, anyOf(compared, "either")),
        ...bands.map((count) => query(count, atLeast(count, compared, "strong"))),
      ],
    },
    signal ? { signal } : {},
  );
  return hits.map(({ rowId }) => rowId);
}
