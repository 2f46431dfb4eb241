import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { PlainText, type SummaryItem, SummaryList } from "#app/ui/index.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { useMass } from "../result/mass.ts";

export const BaselineFactsFragment = graphql(`
  fragment BaselineFacts on Baseline {
    id
    state
    reason
    explanation
    language
    kg
    adjustmentKg
    changePercent
    thresholdPercent
    requestedOn
    requestedBy
    decidedOn
    decidedBy
    decisionComment
    demonstration
    perimeters
    tenures
    viewerCan
    factorSet {
      code
      title
    }
    years {
      id
      year
      revision
    }
  }
`);

type BaselineFigures = ResultOf<typeof BaselineFactsFragment>;
export type BaselineFactsProps = { baseline: FragmentOf<typeof BaselineFactsFragment>; city: string };

/** What a baseline is made of, why, and who decided when. */
export function BaselineFacts({ baseline: shown, city }: BaselineFactsProps) {
  const baseline = readFragment(BaselineFactsFragment, shown);
  return <SummaryList items={[...useMakings(baseline, city), ...useReasons(baseline), ...useSteps(baseline)]} />;
}

function useMakings({ kg, adjustmentKg, years, ...baseline }: BaselineFigures, city: string): SummaryItem[] {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  const link = useLink();
  const adjusted = !/^-?0*\.?0*$/.test(adjustmentKg);
  return [
    { term: t("baseline.kg"), value: t("baseline.exactly", { rounded: mass.total(kg), exact: mass.exact(kg) }) },
    {
      term: t("baseline.years"),
      value: years.map(({ id, year, revision }, index) => (
        <span key={id}>
          {index > 0 ? ", " : ""}
          <a href={link(`/cities/${city}/footprint/${year}?revision=${revision}`)}>{year}</a>
        </span>
      )),
    },
    ...(adjusted
      ? [{ term: t("baseline.adjustment"), value: t("baseline.kilograms", { mass: mass.exactChange(adjustmentKg) }) }]
      : []),
    {
      term: t("baseline.factorSet"),
      value: <a href={link(`/footprint/factors/${baseline.factorSet.code}`)}>{baseline.factorSet.title}</a>,
    },
    {
      term: t("baseline.boundary"),
      value: format.list(baseline.perimeters.map((code) => codes(`perimeter.${code}`))),
    },
    { term: t("baseline.tenures"), value: format.list(baseline.tenures.map((code) => codes(`tenure.${code}`))) },
  ];
}

function useReasons({ reason, changePercent, thresholdPercent, explanation, language }: BaselineFigures) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const mass = useMass();
  const items: SummaryItem[] = [];
  if (reason) items.push({ term: t("baseline.reason"), value: codes(`recalculationReason.${reason}`) });
  if (changePercent !== null) {
    const change = mass.percent(changePercent);
    const value = t("baseline.changeOf", { change, threshold: mass.size(thresholdPercent) });
    items.push({ term: t("baseline.change"), value });
  }
  if (explanation) {
    const value = (
      <>
        <TextLanguage language={language} />
        <PlainText text={explanation} lang={language} />
      </>
    );
    items.push({ term: t("baseline.explanation"), value });
  }
  return items;
}

function useSteps(baseline: BaselineFigures) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  const { reason, requestedBy, decidedBy, decidedOn, decisionComment, demonstration } = baseline;
  const by = (date: string, name: string | null) => (name ? t("baseline.dateBy", { date, name }) : date);
  const items: SummaryItem[] = [];
  if (reason)
    items.push({ term: t("baseline.requested"), value: by(format.date(baseline.requestedOn) ?? "", requestedBy) });
  if (decidedOn) items.push({ term: t("baseline.decided"), value: by(format.date(decidedOn) ?? "", decidedBy) });
  if (decisionComment) items.push({ term: t("baseline.comment"), value: <PlainText text={decisionComment} /> });
  if (demonstration) items.push({ term: t("baseline.origin"), value: common("demonstration") });
  return items;
}
