import type { WarningCode } from "#graphql/footprint/warning/rules.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/words.ts";

const figures = {
  quantity_jump: "units",
  category_gone: "units",
  devices_per_employee: "computers",
  energy_unit: "energy",
  energy_far: "energy",
  lifetime_far: "years",
} as const satisfies Record<WarningCode, string>;

const sources = {
  quantity_jump: "previous",
  category_gone: "previous",
  devices_per_employee: "employees",
  energy_unit: "typical",
  energy_far: "typical",
  lifetime_far: "typical",
} as const satisfies Record<WarningCode, string>;

/** What a warning compares, in words: the figure with what it counts, and where the other one comes from. */
export function useWarningWords() {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  return {
    figure(code: string, exact: string): string {
      const value = format.number(exact);
      const kind = figures[code as WarningCode];
      return kind === "energy"
        ? t("warnings.figure.energy", { value })
        : t(`warnings.figure.${kind}`, { value, count: Number(exact) });
    },
    source(code: string, reference: { set: string; year: number | null }): string {
      return t(`warnings.source.${sources[code as WarningCode]}`, reference);
    },
  };
}
