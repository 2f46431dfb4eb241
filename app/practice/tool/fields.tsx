import { useTranslation } from "#app/i18n/words.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Radios, Select, TextArea, TextField } from "#app/ui/index.ts";
import { licences, toolKinds } from "#graphql/practice/input.ts";
import type { ToolValues } from "./conflict.ts";
import { useLicence } from "./names.tsx";

/** The questions that make a tool: what it is, where it is, how it may be used. */
export function ToolFields({ form }: { form: FormState }) {
  const { t, i18n } = useTranslation("practice");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const licence = useLicence();
  const lang = form.value("language");
  const optional = { mark: common("optional") };
  const field = (name: keyof ToolValues) => ({
    name,
    label: t(`tool.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  return (
    <>
      <Radios {...field("kind")} options={toolKinds.map((value) => ({ value, label: codes(`toolKind.${value}`) }))} />
      <TextField {...field("title")} hint={t("tool.titleHint")} maxLength={200} lang={lang} />
      <TextArea
        {...field("description")}
        {...optional}
        hint={t("tool.descriptionHint")}
        maxLength={1000}
        rows={4}
        lang={lang}
      />
      <Select {...field("language")} options={languageOptions(i18n.language)} />
      <TextField {...field("url")} hint={t("tool.urlHint")} type="url" maxLength={500} />
      <Select
        {...field("licence")}
        hint={t("tool.licenceHint")}
        options={licences.map((value) => ({ value, label: licence(value) }))}
      />
      <TextField {...field("sourceTitle")} {...optional} hint={t("tool.sourceTitleHint")} maxLength={300} />
      <TextField {...field("sourceUrl")} {...optional} type="url" maxLength={500} />
    </>
  );
}
