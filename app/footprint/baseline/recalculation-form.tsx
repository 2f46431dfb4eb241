import { useTranslation } from "#app/i18n/words.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import {
  Checkboxes,
  Fieldset,
  Form,
  NumberField,
  Radios,
  Section,
  Select,
  SubmitRow,
  TextArea,
} from "#app/ui/index.ts";
import { PERIMETERS, RECALCULATION_REASONS, TENURES } from "#graphql/footprint/rules.ts";
import { BaseYears } from "./base-years.tsx";
import { BaselineFacts, type BaselineFactsProps } from "./facts.tsx";
import type { BaseYear } from "./choose.server.ts";
import { useMass } from "../result/mass.ts";

type Props = {
  form: FormState;
  city: { slug: string };
  years: readonly BaseYear[];
  signedYear: number | null;
  factorSets: readonly { code: string; title: string }[];
  /** A key for a request that has none yet. */
  fresh: string;
};

/** Reason, years, factor set, what moved in or out, and why: the request as the secretariat will read it. */
export function RecalculationForm({ form, city, years, signedYear, factorSets, fresh }: Props) {
  const { t, i18n } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const mass = useMass();
  const link = useLink();
  const field = (name: string) => ({ name, errors: form.errors(name), value: form.value(name) });
  const group = (name: string) => ({ name, errors: form.errors(name), values: form.values(name) });
  return (
    <Section title={t("recalculation.request")}>
      <Form hidden={{ key: form.key(fresh) }}>
        <Radios
          {...field("reason")}
          label={t("recalculation.reason")}
          hint={t("recalculation.reasonHint")}
          options={RECALCULATION_REASONS.map((code) => ({
            value: code,
            label: codes(`recalculationReason.${code}`),
            hint: t(`recalculation.reasonText.${code}`),
          }))}
        />
        <BaseYears form={form} years={years} signedYear={signedYear} />
        <Select
          {...field("factorSet")}
          label={t("baseline.factorSet")}
          hint={t("recalculation.factorSetHint")}
          options={factorSets.map(({ code, title }) => ({ value: code, label: title }))}
        />
        <Fieldset legend={t("recalculation.structure")} hint={t("recalculation.structureHint")}>
          <NumberField
            {...field("adjustmentKg")}
            label={t("recalculation.adjustment")}
            mark={common("optional")}
            hint={t("recalculation.adjustmentHint")}
            unit={`kg ${mass.gas}`}
          />
          <Checkboxes
            {...group("perimeters")}
            label={t("recalculation.perimeters")}
            mark={common("optional")}
            hint={t("recalculation.boundaryHint")}
            options={PERIMETERS.administration.map((code) => ({ value: code, label: codes(`perimeter.${code}`) }))}
          />
          <Checkboxes
            {...group("tenures")}
            label={t("recalculation.tenures")}
            mark={common("optional")}
            hint={t("recalculation.boundaryHint")}
            options={TENURES.map((code) => ({ value: code, label: codes(`tenure.${code}`) }))}
          />
        </Fieldset>
        <TextArea
          {...field("explanation")}
          label={t("baseline.explanation")}
          hint={t("recalculation.explanationHint")}
          maxLength={2000}
        />
        <Select
          {...field("language")}
          label={t("baseline.language")}
          options={languageOptions(i18n.language)}
          width="medium"
        />
        <SubmitRow
          buttons={[{ label: t("recalculation.button") }]}
          cancel={{ href: link(`/cities/${city.slug}/footprint/baseline`), label: common("action.cancel") }}
        />
      </Form>
    </Section>
  );
}

/** A request that waits for the secretariat, and the way to take it back. */
export function OpenRequest({ baseline, city, mayWithdraw }: BaselineFactsProps & { mayWithdraw: boolean }) {
  const { t } = useTranslation("footprint");
  return (
    <Section title={t("recalculation.waiting")} intro={t("recalculation.waitingIntro")}>
      <BaselineFacts baseline={baseline} city={city} />
      {mayWithdraw ? (
        <Form label={t("recalculation.withdraw")}>
          <SubmitRow
            buttons={[{ label: t("recalculation.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
          />
        </Form>
      ) : null}
    </Section>
  );
}
