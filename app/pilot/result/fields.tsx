import { useTranslation } from "#app/i18n/words.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { useFormats } from "#app/i18n/format.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { DateField, NumberField, Radios, Select, TextArea, TextField } from "#app/ui/index.ts";
import { EVIDENCE_LEVELS } from "#graphql/vocabulary/evidence.rules.ts";
import { ResultComparator, ResultDirection, ResultSpan } from "../parts/codes.ts";
import { useDateLabels } from "../parts/words.ts";

type StoredResult = {
  value: string;
  periodStart: string | null;
  periodEnd: string | null;
  baseline: string | null;
  method: string | null;
  note: string | null;
};

type Props = {
  form: FormState;
  /** The result as it is stored now; null for a new one. */
  stored: StoredResult | null;
  indicators: readonly { code: string; dimension: string }[];
  units: readonly { code: string; dimension: string; symbol: string }[];
};

/** The questions that make a result: what, how much, when, compared with what, how well known, from where. */
export function ResultFields({ form, stored, indicators, units }: Props) {
  const { t } = useTranslation("pilot");
  const { t: names } = useTranslation("indicators");
  const { t: codes } = useTranslation("codes");
  const { t: common, i18n } = useTranslation();
  const format = useFormats();
  const labels = useDateLabels();
  const lang = form.value("language");
  const optional = { mark: common("optional") };
  const field = (name: string) => ({
    name,
    label: t(`result.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const date = (name: "periodStart" | "periodEnd") => ({
    ...field(name),
    ...optional,
    labels,
    value: form.date(name, stored?.[name]),
  });

  /** Choices in one group per dimension: indicator and unit must be of the same. */
  function groups<Item extends { code: string; dimension: string }>(
    items: readonly Item[],
    label: (item: Item) => string,
  ) {
    const options = (of: readonly Item[]) => of.map((item) => ({ value: item.code, label: label(item) }));
    return [...Map.groupBy(items, ({ dimension }) => dimension)].map(([dimension, of]) => ({
      label: t(`dimension.${dimension}`),
      options: options(of).toSorted((a, b) => format.compare(a.label, b.label)),
    }));
  }
  const compared = (["value", "baseline", "method", "note"] as const).map((name) => ({
    label: t(`result.${name}`),
    mine: form.value(name),
    lang,
    theirs: (name === "value" && stored ? format.number(stored.value) : stored?.[name]) ?? "",
  }));
  return (
    <>
      <ConflictNotice conflict={form.conflict} fields={compared} />
      <Select
        {...field("indicatorCode")}
        placeholder={t("choose")}
        options={groups(indicators, ({ code }) => names(code))}
      />
      <Select
        {...field("comparator")}
        options={ResultComparator.map((value) => ({ value, label: t(`comparator.${value}`) }))}
      />
      <NumberField {...field("value")} />
      <Select {...field("unitCode")} options={groups(units, ({ symbol }) => symbol || t("result.noUnit"))} />
      <Radios
        {...field("direction")}
        inline
        options={ResultDirection.map((value) => ({ value, label: t(`results.direction.${value}`) }))}
      />
      <Select {...field("span")} options={ResultSpan.map((value) => ({ value, label: t(`results.span.${value}`) }))} />
      <DateField {...date("periodStart")} />
      <DateField {...date("periodEnd")} />
      <TextField {...field("baseline")} {...optional} hint={t("result.baselineHint")} maxLength={500} lang={lang} />
      <Radios
        {...field("evidence")}
        options={EVIDENCE_LEVELS.map((value) => ({
          value,
          label: codes(`evidence.${value}`),
          hint: codes(`evidenceHint.${value}`),
        }))}
      />
      <TextField {...field("sourceTitle")} hint={t("result.sourceHint")} maxLength={300} />
      <TextField {...field("sourceUrl")} {...optional} type="url" maxLength={500} />
      <TextArea {...field("method")} {...optional} maxLength={1000} rows={3} lang={lang} />
      <TextArea {...field("note")} {...optional} maxLength={1000} rows={3} lang={lang} />
      <Select {...field("language")} options={languageOptions(i18n.language)} />
    </>
  );
}
