import { useTranslation } from "#app/i18n/words.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { useFormats } from "#app/i18n/format.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Radios, Select, TextArea, TextField } from "#app/ui/index.ts";
import { type FieldShape, type FieldName, fields } from "./steps.ts";

/** Values of fields in words, for summaries and for two versions side by side. */
export function useFieldWords() {
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (name: FieldName, value: string | null | undefined): string => {
    const field: FieldShape = fields[name];
    if (!value) return "";
    if (field.kind === "language") return format.language(value);
    if (field.kind === "band") return codes(`band.${field.label}.${value}`);
    return field.kind === "code" ? codes(`${name}.${value}`) : value;
  };
}

/** The control of one field; texts are marked with the language they are written in. */
export function StepField({ name, form, lang }: { name: FieldName; form: FormState; lang: string }) {
  const { t, i18n } = useTranslation("practice");
  const words = useFieldWords();
  const field: FieldShape = fields[name];
  const props = {
    name,
    label: t(`field.${name}`),
    hint: t(`hint.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  };
  switch (field.kind) {
    case "language":
      return <Select {...props} options={languageOptions(i18n.language)} />;
    case "line":
      return <TextField {...props} maxLength={field.max} lang={lang} />;
    case "text":
      return <TextArea {...props} maxLength={field.max} rows={field.rows} lang={lang} />;
    case "band":
      return <Radios {...props} options={field.codes.map((value) => ({ value, label: words(name, value) }))} />;
    case "code":
      return (
        <Select
          {...props}
          placeholder={t("choose")}
          options={field.codes.map((value) => ({ value, label: words(name, value) }))}
        />
      );
  }
}
