import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { SummaryList } from "#app/ui/index.ts";

export const AccessionFactsFragment = graphql(`
  fragment AccessionFacts on Accession {
    versionInferred
    interestedOn
    applicationReceivedOn
    signatoryName
    signatoryRole
    documentsCompleteOn
    listedOn
    renewedOn
    withdrawnOn
    lapsedOn
    groupName
    groupSize
    groupMembers
    note
    charterVersion {
      code
    }
    councilDecided {
      date
      precision
      notLaterThan
    }
    signed {
      date
      precision
      notLaterThan
    }
    sources {
      title
      url
    }
  }
`);

type Props = {
  accession: FragmentOf<typeof AccessionFactsFragment>;
  /** The address of a form below the accession; null when the reader may not change anything. */
  to: ((form: string) => string) | null;
};

/** Everything that is recorded of an accession; what is not known says so. */
export function AccessionFacts({ accession, to }: Props) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const facts = readFragment(AccessionFactsFragment, accession);
  const { charterVersion, signed, councilDecided, groupName, groupSize, groupMembers } = facts;

  const day = (date: string | null) => format.date(date) ?? common("notKnown");
  const partial = ({ date, precision, notLaterThan }: typeof signed) =>
    [
      format.date(date, precision) ?? common("notKnown"),
      notLaterThan && common("date.notLaterThan", { date: format.date(notLaterThan) }),
    ]
      .filter(Boolean)
      .join(", ");
  const item = (field: string, value: React.ReactNode, form = "/edit") => {
    const term = t(`field.${field}`);
    return { term, value, change: to ? { href: to(form), label: common("action.change"), hidden: term } : undefined };
  };
  const text = codes(`charterVersion.${charterVersion.code}`);
  const ended = [
    ...(facts.withdrawnOn ? [{ term: t("field.withdrawnOn"), value: day(facts.withdrawnOn) }] : []),
    ...(facts.lapsedOn ? [{ term: t("field.lapsedOn"), value: day(facts.lapsedOn) }] : []),
  ];
  return (
    <SummaryList
      items={[
        item("charterVersion", facts.versionInferred ? t("page.inferred", { text }) : text),
        item("interestedOn", day(facts.interestedOn)),
        item("councilDecided", partial(councilDecided)),
        item("applicationReceivedOn", day(facts.applicationReceivedOn)),
        item("signed", partial(signed)),
        item("signatory", [facts.signatoryName, facts.signatoryRole].filter(Boolean).join(", ") || common("notKnown")),
        item("documentsCompleteOn", day(facts.documentsCompleteOn)),
        item("listedOn", day(facts.listedOn)),
        ...(facts.renewedOn ? [item("renewedOn", day(facts.renewedOn))] : []),
        ...ended,
        item("group", group(), "/group"),
        item("note", facts.note ?? common("none"), "/group"),
        { term: common("sources"), value: sources() },
      ]}
    />
  );

  function group() {
    if (!groupName && !groupSize && groupMembers.length === 0) return t("page.alone");
    const size = groupSize ? t("page.groupSize", { count: groupSize }) : null;
    return [groupName, size, groupMembers.length > 0 ? format.list(groupMembers) : null].filter(Boolean).join(" · ");
  }

  function sources() {
    if (facts.sources.length === 0) return common("none");
    return facts.sources.map(({ title, url }) => (
      <div key={title} lang="en">
        {url ? <a href={url}>{title}</a> : title}
      </div>
    ));
  }
}
