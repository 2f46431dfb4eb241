import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Radios, Section, SubmitRow } from "#app/ui/index.ts";

type Props = { form: FormState; version: number; lines: number; there: number };

/** Adds the lines to those that are there, or puts them in their place; or forgets the sheet. */
export function ApplySheet({ form, version, lines, there }: Props) {
  const { t } = useTranslation("footprint");
  const buttons = [
    { label: t("import.apply", { count: lines }), name: "intent", value: "apply" },
    { label: t("import.discard"), name: "intent", value: "discard", look: "secondary" as const },
  ];
  const radios = (
    <Radios
      name="mode"
      label={t("import.mode")}
      errors={form.errors("mode")}
      value={form.value("mode")}
      options={[
        { value: "add", label: t("import.add"), hint: t("import.addHint", { there, total: there + lines }) },
        { value: "replace", label: t("import.replace"), hint: t("import.replaceHint", { count: there }) },
      ]}
    />
  );
  return (
    <Section title={t("import.applyTitle")}>
      <Form hidden={{ version, mode: there === 0 ? "add" : null }}>
        {there === 0 ? <p>{t("import.emptyInventory")}</p> : radios}
        <SubmitRow buttons={buttons} />
      </Form>
    </Section>
  );
}
