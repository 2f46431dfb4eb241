import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { PlainText, SummaryList } from "#app/ui/index.ts";

export const PracticeTextsFragment = graphql(`
  fragment PracticeTexts on Practice {
    language
    mayChange
    mustNotChange
    texts: reading(locale: $locale) {
      language
      summary
      problem
      solution
      wentWrong
      conditions
    }
    contact {
      name
      email
      phone
    }
    sources {
      title
      url
    }
  }
`);

/** What a practice tells, field by field; a gap is said in words. */
export function PracticeMatter({ practice }: { practice: FragmentOf<typeof PracticeTextsFragment> }) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const { texts, language, mayChange, mustNotChange, contact, sources } = readFragment(PracticeTextsFragment, practice);
  const field = (name: string, text: string | null, lang: string) => ({
    term: t(`field.${name}`),
    value: text ? <PlainText text={text} lang={lang} /> : common("notGiven"),
  });
  const read = (name: "summary" | "problem" | "solution" | "wentWrong" | "conditions") =>
    field(name, texts[name], texts.language);
  const called = contact ? [contact.name, contact.email, contact.phone].filter(Boolean).join(" · ") : null;
  const cited = sources.map(({ title, url }) => <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>);
  return (
    <SummaryList
      items={[
        read("summary"),
        read("problem"),
        read("solution"),
        read("wentWrong"),
        read("conditions"),
        field("mayChange", mayChange, language),
        field("mustNotChange", mustNotChange, language),
        { term: t("show.contact"), value: called ?? common("notGiven") },
        { term: common("sources"), value: cited.length > 0 ? <ul>{cited}</ul> : common("notGiven") },
      ]}
    />
  );
}
