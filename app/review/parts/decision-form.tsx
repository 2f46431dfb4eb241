import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Notice, PlainText, Radios, Section, Select, SubmitRow, SummaryList, TextArea } from "#app/ui/index.ts";
import { type Decision, refusalRules } from "./decisions.ts";

type Props = {
  form: FormState;
  version?: number;
  choices: readonly Decision[];
  /** Whether accepting needs an exception. */ lacks?: boolean;
};

/** The form that records the network's decision: what, why, for a refusal by which rule, and by which exception something is
 *  accepted that lacks something. Nothing where there is nothing to decide. */
export function DecisionForm({ form, version, choices, lacks = false }: Props) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  if (choices.length === 0) return null;
  const exception = lacks ? (
    <TextArea
      name="exception"
      label={t("review.exception")}
      hint={t("review.exceptionHint")}
      errors={form.errors("exception")}
      value={form.value("exception")}
      maxLength={2000}
    />
  ) : undefined;
  const rule = (
    <Select
      name="rule"
      label={t("review.rule")}
      hint={t("review.ruleHint")}
      placeholder={t("review.chooseRule")}
      errors={form.errors("rule")}
      value={form.value("rule")}
      options={refusalRules.map((code) => ({ value: code, label: codes(`refusalRule.${code}`) }))}
    />
  );
  return (
    <Section id="decide" title={t("review.decide")}>
      {form.conflict !== null ? (
        <Notice tone="warning" role="alert">
          {t("review.changedMeanwhile")}
        </Notice>
      ) : null}
      <Form hidden={{ intent: "decide", version: form.conflict ?? version }} label={t("review.decide")}>
        <Radios
          name="decision"
          label={t("review.question")}
          value={form.value("decision")}
          errors={form.errors("decision")}
          options={choices.map(({ step, words }) => ({
            value: step,
            label: t(`review.choice.${words}`),
            hint: t(`review.choiceHint.${words}`),
            children: words === "refuse" ? rule : step === "accept" ? exception : undefined,
          }))}
        />
        <TextArea
          name="comment"
          label={t("review.comment")}
          hint={t("review.commentHint")}
          errors={form.errors("comment")}
          value={form.value("comment")}
          maxLength={4000}
        />
        <SubmitRow buttons={[{ label: t("review.button") }]} />
      </Form>
    </Section>
  );
}

/** Asks whether a refusal is meant, with what the city will read. */
export function ConfirmRefusal({ form, version }: { form: FormState; version: number }) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const values = { decision: "refuse", rule: form.value("rule"), comment: form.value("comment") };
  return (
    <Section title={t("review.confirm.title")} intro={t("review.confirm.intro")}>
      <SummaryList
        items={[
          { term: t("review.rule"), value: codes(`refusalRule.${values.rule}`) },
          { term: t("review.ruleMeans"), value: codes(`refusalRuleText.${values.rule}`) },
          { term: t("review.comment"), value: <PlainText text={values.comment} /> },
        ]}
      />
      <Form
        hidden={{ intent: "decide", version: form.value("version") || version, ...values }}
        label={t("review.confirm.title")}
      >
        <SubmitRow
          buttons={[
            { label: t("review.confirm.button"), name: "confirm", value: "yes", look: "danger" },
            { label: t("review.confirm.back"), name: "confirm", value: "back", look: "secondary" },
          ]}
        />
      </Form>
    </Section>
  );
}
