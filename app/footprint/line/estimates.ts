import { useTranslation } from "#app/i18n/words.ts";
import { type EstimateEnds, estimateText, type EstimateWords } from "#app/i18n/estimate-text.ts";
import { useMass } from "../result/mass.ts";

/** The sentences that estimates are written with, in the page's language. */
export function useEstimateWords(): EstimateWords {
  const { t } = useTranslation("footprint");
  const places = { central: "{central}", low: "{low}", high: "{high}" };
  return { known: t("estimate.known", places), open: t("estimate.open", places), unknown: t("estimate.unknown") };
}

/** Writes estimates: of a line in kg, of a total in the unit that fits. */
export function useEstimates() {
  const words = useEstimateWords();
  const mass = useMass();
  return {
    line: (ends: EstimateEnds) => estimateText(ends, words, mass.line),
    total: (ends: EstimateEnds) => estimateText(ends, words, mass.total),
  };
}
