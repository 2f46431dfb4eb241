import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Notice, PlainText, Radios, Section, Select, SubmitRow, SummaryList, TextArea } from "#app/ui/index.ts";
import { type Decision, refusalRules } from "./decisions.ts";

type Props = { form: FormState; version: number; choices: readonly Decision[] };

/** The form that records the network's decision: what, why, and for a refusal by which rule. */
export function DecisionForm({ form, version, choices }: Props) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
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
          options={choices.map((value) => ({
            value,
            label: t(`review.choice.${value}`),
            hint: t(`review.choiceHint.${value}`),
            children: value === "refuse" ? rule : undefined,
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
