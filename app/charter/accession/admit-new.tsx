import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Checkbox, NumberField, Select, TextField } from "#app/ui/index.ts";
import { cityTypes, countries } from "./countries.ts";

/** What must be known of a city that is new to the network, and what helps. */
export function NewCityFields({ form }: { form: FormState }) {
  const { t, i18n } = useTranslation("charter");
  const { t: common } = useTranslation();
  const format = useFormats();
  const field = (name: string) => ({
    name: `city.${name}`,
    label: t(`admit.${name}`),
    errors: form.errors(`city.${name}`),
    value: form.value(`city.${name}`),
  });
  const places = countries
    .map((value) => ({ value, label: format.country(value) }))
    .toSorted((a, b) => format.compare(a.label, b.label));
  const namesake = form.errors("city.namesake").length > 0 || form.checked("city.namesake");
  return (
    <>
      <TextField {...field("name")} hint={t("admit.nameHint")} maxLength={120} />
      {namesake ? (
        <Checkbox
          name="city.namesake"
          label={t("admit.namesake")}
          errors={form.errors("city.namesake")}
          checked={form.checked("city.namesake")}
        />
      ) : null}
      <Select {...field("country")} options={places} placeholder="–" />
      <Select {...field("type")} options={cityTypes.map((value) => ({ value, label: t(`cityType.${value}`) }))} />
      <Select
        {...field("language")}
        hint={t("admit.languageHint")}
        options={languageOptions(i18n.language)}
        placeholder="–"
      />
      <NumberField {...field("population")} whole mark={common("optional")} />
      <NumberField {...field("populationYear")} whole mark={common("optional")} />
      <TextField {...field("populationSource")} maxLength={300} mark={common("optional")} />
      <NumberField {...field("latitude")} hint={t("admit.degreesHint")} mark={common("optional")} />
      <NumberField {...field("longitude")} mark={common("optional")} />
    </>
  );
}
