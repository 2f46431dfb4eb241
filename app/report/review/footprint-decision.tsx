import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Notice, Radios, Section, SubmitRow, TextArea } from "#app/ui/index.ts";

/** What the network can decide on a footprint that a city submitted, and on a baseline that it asked for. */
export const footprintDecisions = [
  "publish_footprint",
  "footprint_changes",
  "approve_recalculation",
  "refuse_recalculation",
] as const;
export type FootprintDecision = (typeof footprintDecisions)[number];

type Props = { form: FormState; choices: readonly FootprintDecision[]; version?: number };

/** The form that records the decision, with the comment that the city reads. Nothing where there is nothing to decide. */
export function FootprintDecisionForm({ form, choices, version }: Props) {
  const { t } = useTranslation("report");
  if (choices.length === 0) return null;
  return (
    <Section id="decide" title={t("review.decide")}>
      {form.conflict === null ? null : (
        <Notice tone="warning" role="alert">
          {t("review.changedMeanwhile")}
        </Notice>
      )}
      <Form hidden={{ version: form.conflict ?? version }} label={t("review.decide")}>
        <Radios
          name="decision"
          label={t("review.question")}
          value={form.value("decision")}
          errors={form.errors("decision")}
          options={choices.map((value) => ({
            value,
            label: t(`reviewFootprint.choice.${value}`),
            hint: t(`reviewFootprint.choiceHint.${value}`),
          }))}
        />
        <TextArea
          name="comment"
          label={t("review.comment")}
          hint={t("reviewFootprint.commentHint")}
          errors={form.errors("comment")}
          value={form.value("comment")}
          maxLength={2000}
        />
        <SubmitRow buttons={[{ label: t("review.button") }]} />
      </Form>
    </Section>
  );
}
