import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Checkboxes } from "#app/ui/index.ts";
import type { BaseYear } from "./choose.server.ts";
import { useMass } from "../result/mass.ts";

type Props = { form: FormState; years: readonly BaseYear[]; signedYear: number | null };

/** The published years that a baseline can be the mean of, each with its total, factor set and boundary. */
export function BaseYears({ form, years, signedYear }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  return (
    <Checkboxes
      name="inventories"
      label={t("baseline.choose")}
      hint={t("baseline.chooseHint")}
      errors={form.errors("inventories")}
      values={form.values("inventories")}
      options={years.map(({ id, year, kg, factorSet, perimeters, tenures }) => ({
        value: id,
        label: t("baseline.yearTotal", { year, total: mass.total(kg) }),
        hint: [
          factorSet.title,
          format.list(perimeters.map((code) => codes(`perimeter.${code}`))),
          format.list(tenures.map((code) => codes(`tenure.${code}`))),
          ...(signedYear !== null && Math.abs(year - signedYear) <= 2 ? [t("baseline.nearSigning")] : []),
        ].join(" · "),
      }))}
    />
  );
}
