import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Radios, Section, SubmitRow } from "#app/ui/index.ts";

/** Adds the lines to those that are there, or puts them in their place; or forgets the sheet. */
export function ApplySheet({ form, lines, there }: { form: FormState; lines: number; there: number }) {
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
      <Form hidden={there === 0 ? { mode: "add" } : undefined}>
        {there === 0 ? <p>{t("import.emptyInventory")}</p> : radios}
        <SubmitRow buttons={buttons} />
      </Form>
    </Section>
  );
}
