import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { PlainText, type SummaryItem, SummaryList, Tag, TagList } from "#app/ui/index.ts";

export const PilotFactsFragment = graphql(`
  fragment PilotFacts on Pilot {
    language
    stage
    activityType
    area
    role
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
    partners
    funding {
      programme
      amount
      currency
      note
    }
    replicationConditions
    replicationCost
    replicationSkills
    licence
    impactCommunicated
    concepts {
      slug
      label(locale: $locale)
    }
    sources {
      title
      url
    }
  }
`);

export type ShownFacts = ResultOf<typeof PilotFactsFragment>;
type Field =
  | "stage"
  | "started"
  | "ended"
  | "area"
  | "role"
  | "activityType"
  | "concepts"
  | "scale"
  | "partners"
  | "funding"
  | "replicationConditions"
  | "replicationCost"
  | "replicationSkills"
  | "licence"
  | "impactCommunicated";

/** The values of a pilot's fields as shown to readers; null where nothing was provided. */
export function useFactValues(facts: ShownFacts): Record<Field, React.ReactNode> {
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const { language, scale, partners, funding, concepts } = facts;
  const text = (value: string | null) => (value ? <PlainText text={value} lang={language} /> : null);
  const finder = (key: "area" | "role" | "stage", code: string | null) =>
    code ? <Tag href={link(`/search?kind=pilot&${key}=${code}`)}>{codes(`${key}.${code}`)}</Tag> : null;
  const lines = <Row,>(rows: readonly Row[], line: (row: Row) => React.ReactNode) =>
    rows.length > 0 ? (
      <ul>
        {rows.map((row, index) => (
          <li key={index}>{line(row)}</li>
        ))}
      </ul>
    ) : null;
  return {
    stage: finder("stage", facts.stage),
    started: format.date(facts.started.date, facts.started.precision),
    ended: format.date(facts.ended.date, facts.ended.precision),
    area: finder("area", facts.area),
    role: finder("role", facts.role),
    activityType: facts.activityType ? codes(`activityType.${facts.activityType}`) : null,
    concepts:
      concepts.length > 0 ? (
        <TagList>
          {concepts.map(({ slug, label }) => (
            <Tag key={slug} href={link(`/concepts/${slug}`)}>
              {label}
            </Tag>
          ))}
        </TagList>
      ) : null,
    scale: lines(scale, ({ kind, value, note }) => (
      <>
        {codes(`scaleKind.${kind}`)}: {format.number(value)} {note ? <span lang={language}>({note})</span> : null}
      </>
    )),
    partners: lines(partners, (partner) => partner),
    funding: lines(funding, ({ programme, amount, currency, note }) => (
      <>
        {programme}
        {amount ? `: ${currency ? format.money(amount, currency) : format.number(amount)}` : null}
        {note ? <span lang={language}> ({note})</span> : null}
      </>
    )),
    replicationConditions: text(facts.replicationConditions),
    replicationCost: text(facts.replicationCost),
    replicationSkills: text(facts.replicationSkills),
    licence: facts.licence ? <span lang={language}>{facts.licence}</span> : null,
    impactCommunicated: text(facts.impactCommunicated),
  };
}

const always: readonly Field[] = ["stage", "started", "area", "role", "scale", "partners", "funding"];
const ifGiven: readonly Field[] = [
  "ended",
  "activityType",
  "concepts",
  "replicationConditions",
  "replicationCost",
  "replicationSkills",
  "licence",
  "impactCommunicated",
];

/** What the pilot is, in facts; a gap is said in words. */
export function PilotFactList({ pilot }: { pilot: FragmentOf<typeof PilotFactsFragment> }) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const facts = readFragment(PilotFactsFragment, pilot);
  const values = useFactValues(facts);
  const items: SummaryItem[] = [
    ...always.map((name) => ({ term: t(`field.${name}`), value: values[name] ?? common("notGiven") })),
    ...ifGiven.flatMap((name) => (values[name] === null ? [] : [{ term: t(`field.${name}`), value: values[name] }])),
  ];
  if (facts.sources.length > 0) {
    const sources = facts.sources.map(({ title, url }) => (
      <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>
    ));
    items.push({ term: common("sources"), value: <ul>{sources}</ul> });
  }
  return <SummaryList items={items} />;
}
