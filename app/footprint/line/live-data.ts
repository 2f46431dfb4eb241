import type { EstimateWords } from "#app/i18n/estimate-text.ts";
import type { LiveBasis } from "#graphql/footprint/line/live.rules.ts";

/** What the page of a line hands to its island, as JSON in `data-live`. */
export type LiveData = {
  language: string;
  words: EstimateWords;
  basis: LiveBasis;
  /** Sentences beside the fields by category; "" while none is chosen. */
  hints: Record<string, Record<string, string>>;
};
