import { useTranslation } from "#app/i18n/words.ts";
import { useMass } from "./mass.ts";
import type { ViewedEstimate } from "./view.tsx";

/** Low, central and high in words; an open end is said to be unknown. */
export function useRangeWords() {
  const { t } = useTranslation("footprint");
  const mass = useMass();
  return ({ low, central, high }: ViewedEstimate): string => {
    const said = { total: mass.total(central), low: mass.total(low) };
    return high === null ? t("result.open", said) : t("result.range", { ...said, high: mass.total(high) });
  };
}
