import { useTranslation } from "#app/i18n/words.ts";
import { countries } from "#app/charter/accession/countries.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Fieldset, NumberField, Radios, Select, TextArea, TextField } from "#app/ui/index.ts";
import { ENERGY_SOURCES, PERIMETERS, TENURES } from "#graphql/footprint/rules.ts";
import type { LineInventory, StoredLine } from "./edit.server.ts";
import type { OpenInventory } from "../inventory/open.server.ts";
import type { TypicalHints } from "./typical.ts";

type Props = {
  form: FormState;
  open: OpenInventory;
  inventory: LineInventory;
  line: StoredLine | null;
  categories: readonly { code: string; group: string }[];
  typical: TypicalHints;
};

const qualities = ["1", "2", "3", "4", "5"];

/** The questions that make a line: what and how many, whose, how long, how much electricity, its manufacture, how well known. */
export function LineFields({ form, open, inventory, line, categories, typical }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const lang = open.language;
  const optional = { mark: common("optional") };
  const field = (name: string) => ({
    name,
    label: t(`line.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const hint = (kind: keyof TypicalHints) => <span data-typical={kind}>{typical[kind]}</span>;
  const perimeters = PERIMETERS[open.place.scope].filter(
    (code) => inventory.perimeters.length === 0 || inventory.perimeters.includes(code) || code === line?.perimeter,
  );
  const tenures = TENURES.filter(
    (code) => inventory.tenures.length === 0 || inventory.tenures.includes(code) || code === line?.tenure,
  );
  const others = [...new Set([...countries, "US", "CA", ...(line?.countryOwn ? [line.countryOwn] : [])])]
    .filter((code) => code !== open.city.country)
    .map((value) => ({ value, label: format.country(value) }))
    .toSorted((a, b) => format.compare(a.label, b.label));
  return (
    <>
      <Select
        {...field("category")}
        placeholder={t("line.chooseCategory")}
        options={[...Map.groupBy(categories, ({ group }) => group)].map(([group, members]) => ({
          label: codes(`equipmentGroup.${group}`),
          options: members.map(({ code }) => ({ value: code, label: t(`category.${code}`) })),
        }))}
      />
      <TextField {...field("label")} {...optional} hint={t("line.labelHint")} maxLength={200} lang={lang} />
      <NumberField {...field("quantity")} hint={t("line.quantityHint")} />
      <Radios
        {...field("perimeter")}
        hint={inventory.perimeters.length > 0 ? t("line.boundaryHint") : undefined}
        options={perimeters.map((value) => ({ value, label: codes(`perimeter.${value}`) }))}
      />
      <Radios
        {...field("tenure")}
        inline
        options={tenures.map((value) => ({ value, label: codes(`tenure.${value}`) }))}
      />
      <NumberField {...field("lifetimeYears")} {...optional} unit={t("line.years")} hint={hint("lifetime")} />
      <Fieldset legend={t("line.energy")} hint={hint("energy")}>
        <Radios
          {...field("energySource")}
          options={ENERGY_SOURCES.map((value) => ({
            value,
            label: codes(`energySource.${value}`),
            hint: t(`line.energyHint.${value}`),
          }))}
        />
        <NumberField {...field("kwhPerYear")} unit={t("line.kwhUnit")} hint={t("line.kwhHint")} />
        <Select
          {...field("country")}
          hint={t("line.countryHint")}
          placeholder={t("line.ownCountry", { country: format.country(open.city.country) })}
          options={others}
        />
      </Fieldset>
      <Fieldset legend={t("line.embodied")} hint={hint("embodied")}>
        <NumberField {...field("embodiedKg")} {...optional} unit={t("line.kgUnit")} hint={t("line.embodiedHint")} />
        <TextField
          {...field("embodiedSource")}
          {...optional}
          hint={t("line.embodiedSourceHint")}
          maxLength={200}
          lang={lang}
        />
        <p>
          <a href={link(`/footprint/factors/${inventory.factorSet.code}`)}>{t("line.factors")}</a>
        </p>
      </Fieldset>
      <Radios
        {...field("quality")}
        hint={t("line.qualityHint")}
        options={qualities.map((value) => ({
          value,
          label: `${value} – ${codes(`dataQuality.${value}`)}`,
          hint: t(`line.qualityMeaning.${value}`),
        }))}
      />
      <TextArea {...field("note")} {...optional} rows={3} maxLength={1000} lang={lang} />
    </>
  );
}
