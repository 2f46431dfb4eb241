import { useTranslation } from "#app/i18n/words.ts";
import { readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { fieldId, PlainText, Section, type SummaryItem, SummaryList } from "#app/ui/index.ts";
import type { EditedPractice } from "./edit.server.ts";
import { useFieldWords } from "./step-fields.tsx";
import { type FieldName, fields, fieldsOf, type StepName, steps } from "./steps.ts";
import { PracticeToolFragment } from "../tool/list.tsx";
import { ToolNames } from "../tool/names.tsx";

/** The place on the check page to which a fault of `path` leads: the step that asks for it. */
export function stepAnchor(path: string): string {
  const owner = steps.find((step) => fieldsOf(step.name).some((name) => name === path));
  return owner?.name ?? (path === "contactId" ? "contact" : "about");
}

/** All answers, step by step, each with a link to change it; what was skipped is said. */
export function CheckAnswers({ practice }: { practice: EditedPractice }) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const words = useFieldWords();
  const format = useFormats();
  const link = useLink();
  const { language, contact, where } = practice;
  const tools = readFragment(PracticeToolFragment, practice.toolList);

  function value(name: FieldName): React.ReactNode {
    const text = words(name, practice[name]);
    if (!text) return common("notGiven");
    const { kind } = fields[name];
    if (kind === "text") return <PlainText text={text} lang={language} />;
    return kind === "line" ? <span lang={language}>{text}</span> : text;
  }

  function answers(step: StepName): SummaryItem[] {
    const item = (label: string, shown: React.ReactNode): SummaryItem => ({
      term: label,
      value: shown || common("notGiven"),
      change: practice.locked
        ? undefined
        : { href: link(`/practices/${practice.slug}/edit/${step}`), label: common("action.change"), hidden: label },
    });
    if (step === "tools") return [item(t("field.tools"), tools.length > 0 ? <ToolNames tools={tools} /> : null)];
    if (step === "places") return [item(t("field.places"), format.list(where.map(({ name }) => name)))];
    if (step === "contact")
      return [item(t("field.contact"), practice.city.contacts.find(({ id }) => id === contact?.id)?.name)];
    return fieldsOf(step).map((name) => item(t(`field.${name}`), value(name)));
  }

  return steps.map(({ name }) => (
    <Section key={name} id={fieldId(name)} title={t(`step.${name}.title`)}>
      <SummaryList items={answers(name)} />
    </Section>
  ));
}
