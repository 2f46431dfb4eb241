import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { PlainText, Section, StatusTag, SummaryList } from "#app/ui/index.ts";

export const QuestionFragment = graphql(`
  fragment QuestionText on SearchQuestion {
    id
    words
    question
    locale
    state
    askerName
    askedOn
    answer
    answerLocale
    answeredOn
    city {
      name(locale: $locale)
    }
    practice {
      slug
      reading(locale: $locale) {
        title
        language
      }
    }
    viewerCan
  }
`);

type Props = { question: FragmentOf<typeof QuestionFragment>; answerable?: boolean };

/** A question to the network with what is known of its answer; for whoever may answer it, with the way there. */
export function Question({ question: masked, answerable = false }: Props) {
  const { t } = useTranslation("search");
  const format = useFormats();
  const link = useLink();
  const asked = readFragment(QuestionFragment, masked);
  const { practice } = asked;
  const open = asked.state === "open";
  return (
    <Section level={3} title={t("question.about", { words: asked.words })}>
      <p>
        <StatusTag tone={open ? "busy" : "good"}>{t(`question.state.${asked.state}`)}</StatusTag>{" "}
        {t("question.by", { name: asked.askerName, city: asked.city.name, date: format.date(asked.askedOn) })}
      </p>
      <PlainText text={asked.question} lang={asked.locale} />
      {asked.answer ? (
        <SummaryList
          items={[
            {
              term: t("question.answer", { date: format.date(asked.answeredOn) }),
              value: <PlainText text={asked.answer} lang={asked.answerLocale ?? asked.locale} />,
            },
            ...(practice
              ? [
                  {
                    term: t("question.practice"),
                    value: <a href={link(`/practices/${practice.slug}`)}>{practice.reading.title}</a>,
                    lang: practice.reading.language,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {answerable && open ? (
        <p>
          <a href={link(`/network/search/questions/${encodeURIComponent(asked.id)}`)}>
            {t("question.toAnswer", { words: asked.words })}
          </a>
        </p>
      ) : null}
    </Section>
  );
}
