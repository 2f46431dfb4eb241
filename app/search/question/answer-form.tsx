import { useTranslation } from "#app/i18n/words.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Select, SubmitRow, TextArea, TextField } from "#app/ui/index.ts";

/** The secretariat's answer, its language, and a practice that may help. */
export function AnswerForm({ form }: { form: FormState }) {
  const { t, i18n } = useTranslation("search");
  const { t: common } = useTranslation();
  const link = useLink();
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <Form label={t("answer.yours")}>
      <TextArea {...field("answer")} label={t("answer.label")} hint={t("answer.hint")} maxLength={4000} />
      <Select
        {...field("locale")}
        label={t("answer.language")}
        width="medium"
        options={languageOptions(i18n.language)}
      />
      <TextField
        {...field("practiceSlug")}
        label={t("question.practice")}
        hint={t("answer.practiceHint")}
        mark={common("optional")}
        maxLength={500}
        autoComplete="off"
      />
      <SubmitRow
        buttons={[{ label: t("answer.button") }]}
        cancel={{ href: link("/network/search"), label: common("action.cancel") }}
      />
    </Form>
  );
}
