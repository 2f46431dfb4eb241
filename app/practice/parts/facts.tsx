import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { SummaryList, Tag, TagList } from "#app/ui/index.ts";

export const PracticeFactsFragment = graphql(`
  fragment PracticeFacts on Practice {
    language
    area
    role
    stage
    activityType
    costBand
    staffBand
    timeBand
    partners
    started {
      date
      precision
    }
    ended {
      date
      precision
    }
    scale {
      kind
      value
      note
    }
    funding {
      programme
      amount
      currency
      note
    }
    concepts {
      slug
      label(locale: $locale)
    }
    places {
      slug
      name(locale: $locale)
      country
    }
  }
`);

type Props = { practice: FragmentOf<typeof PracticeFactsFragment> };

/** What it took: money, people and time, as bands in words. */
export function PracticeEffort({ practice }: Props) {
  const { t } = useTranslation("practice");
  const { t: codes } = useTranslation("codes");
  const { costBand, staffBand, timeBand } = readFragment(PracticeFactsFragment, practice);
  return (
    <SummaryList
      items={[
        { term: t("field.costBand"), value: codes(`band.cost.${costBand}`) },
        { term: t("field.staffBand"), value: codes(`band.staff.${staffBand}`) },
        { term: t("field.timeBand"), value: codes(`band.time.${timeBand}`) },
      ]}
    />
  );
}

/** Where, when, how large, with whom and with what money; a gap is said in words. */
export function PracticeFactList({ practice }: Props) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const facts = readFragment(PracticeFactsFragment, practice);
  const { language, activityType, started, ended } = facts;
  const finder = (key: string, code: string | null) =>
    code ? <Tag href={link(`/search?${key}=${code}`)}>{codes(`${key}.${code}`)}</Tag> : common("notGiven");
  const lines = <Row,>(rows: readonly Row[], line: (row: Row) => React.ReactNode) =>
    rows.length > 1 ? (
      <ul>
        {rows.map((row, index) => (
          <li key={index}>{line(row)}</li>
        ))}
      </ul>
    ) : rows[0] ? (
      line(rows[0])
    ) : (
      common("notGiven")
    );
  const end = format.date(ended.date, ended.precision);
  const places = lines(facts.places, ({ slug, name, country }) => (
    <>
      <a href={link(`/cities/${slug}`)}>{name}</a>, {format.country(country)}
    </>
  ));
  const scale = lines(facts.scale, ({ kind, value, note }) => (
    <>
      {codes(`scaleKind.${kind}`)}: {format.number(value)} {note ? <span lang={language}>({note})</span> : null}
    </>
  ));
  const funding = lines(facts.funding, ({ programme, amount, currency, note }) => (
    <>
      {programme}
      {amount ? `: ${currency ? format.money(amount, currency) : format.number(amount)}` : null}
      {note ? <span lang={language}> ({note})</span> : null}
    </>
  ));
  const concepts = facts.concepts.map(({ slug, label }) => (
    <Tag key={slug} href={link(`/concepts/${slug}`)}>
      {label}
    </Tag>
  ));
  return (
    <SummaryList
      items={[
        { term: t("field.places"), value: places },
        { term: t("field.started"), value: format.date(started.date, started.precision) ?? common("notKnown") },
        ...(end ? [{ term: t("field.ended"), value: end }] : []),
        { term: t("field.stage"), value: finder("stage", facts.stage) },
        { term: t("field.scale"), value: scale },
        { term: t("field.partners"), value: lines(facts.partners, (partner) => partner) },
        { term: t("field.funding"), value: funding },
        { term: t("field.area"), value: finder("area", facts.area) },
        { term: t("field.role"), value: finder("role", facts.role) },
        ...(activityType ? [{ term: t("field.activityType"), value: codes(`activityType.${activityType}`) }] : []),
        ...(concepts.length > 0 ? [{ term: t("field.concepts"), value: <TagList>{concepts}</TagList> }] : []),
      ]}
    />
  );
}
