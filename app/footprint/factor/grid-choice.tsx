import { useTranslation } from "#app/i18n/words.ts";
import type { ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { type Choice, Fieldset, NumberField, Radios, TextField } from "#app/ui/index.ts";
import type { OfferedGridFactorsDocument } from "./grid-documents.ts";

type Props = {
  form: FormState;
  factors: readonly ResultOf<typeof OfferedGridFactorsDocument>["gridFactors"][number][];
  year: number;
};

/** The reference's factors, each with where it is from, and the city's own figure with its source. */
export function GridChoice({ form, factors, year }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const field = (name: string) => ({
    name,
    label: t(`grid.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const unit = t("grid.unit");
  const optional = { mark: common("optional") };
  const reference = factors.map((factor): Choice => {
    const words = { value: format.number(factor.value), series: t(`grid.series.${factor.series}`), year: factor.year };
    return {
      value: factor.id,
      label: t(factor.year === year ? "grid.factor" : "grid.olderFactor", words),
      hint: (
        <>
          {t("grid.range", { low: format.number(factor.low), high: format.number(factor.high) })}{" "}
          <span lang="en">{factor.geography}.</span>{" "}
          {factor.sourceUrl ? (
            <a href={factor.sourceUrl} lang="en">
              {factor.sourceTitle}
            </a>
          ) : (
            <span lang="en">{factor.sourceTitle}</span>
          )}
        </>
      ),
    };
  });
  const own: Choice = {
    value: "own",
    label: t("grid.own"),
    hint: t("grid.ownHint"),
  };
  return (
    <>
      <Radios {...field("choice")} options={[...reference, own]} />
      <Fieldset legend={t("grid.own")}>
        <NumberField {...field("value")} unit={unit} hint={t("grid.valueHint")} />
        <NumberField {...field("low")} {...optional} unit={unit} hint={t("grid.lowHint")} />
        <NumberField {...field("high")} {...optional} unit={unit} />
        <TextField {...field("sourceTitle")} hint={t("grid.sourceHint")} maxLength={300} />
        <TextField {...field("sourceUrl")} {...optional} type="url" maxLength={500} />
      </Fieldset>
    </>
  );
}
