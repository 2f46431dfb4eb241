import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Select, SubmitRow, TextArea, TextField } from "#app/ui/index.ts";

type Props = { form: FormState; cities: readonly { id: string; name: string }[]; idempotencyKey: string };

/** What was searched for, the question, and the city where there are several to ask for. */
export function AskForm({ form, cities, idempotencyKey }: Props) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const link = useLink();
  const field = (name: string) => ({ name, value: form.value(name), errors: form.errors(name) });
  return (
    <Form label={t("ask.title")} hidden={{ key: idempotencyKey }}>
      <TextField {...field("words")} label={t("ask.words")} maxLength={200} autoComplete="off" />
      <TextArea {...field("question")} label={t("ask.question")} hint={t("ask.hint")} maxLength={2000} />
      {cities.length > 1 ? (
        <Select
          {...field("cityId")}
          label={t("ask.city")}
          placeholder={t("ask.chooseCity")}
          width="medium"
          options={cities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SubmitRow
        buttons={[{ label: t("ask.button") }]}
        cancel={{ href: link("/search"), label: common("action.cancel") }}
      />
    </Form>
  );
}
