import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { PlainText, Tag, TagList, Timeline } from "#app/ui/index.ts";

export const ReviewsFragment = graphql(`
  fragment Reviews on Review {
    decision
    decidedOn
    rule
    comment
    exception
    lacking
    deciderName
    demonstration
  }
`);

/** The steps of a review, newest first; why they were taken is given only to those concerned, an exception to everybody. */
export function Reviews({ reviews }: { reviews: readonly FragmentOf<typeof ReviewsFragment>[] }) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: pilots } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const format = useFormats();
  return (
    <Timeline
      label={t("review.steps")}
      items={readFragment(ReviewsFragment, reviews).map(
        ({ decision, decidedOn, rule, comment, exception, lacking, deciderName, demonstration }) => ({
          dateTime: decidedOn,
          date: format.date(decidedOn),
          title: codes(`reviewDecision.${decision}`),
          children: (
            <>
              {rule ? (
                <p>
                  {codes(`refusalRule.${rule}`)}: {codes(`refusalRuleText.${rule}`)}
                </p>
              ) : null}
              {exception ? (
                <>
                  <p>{t("review.exceptionSaid", { reason: exception })}</p>
                  <p>{t("review.lacking", { list: format.list(lacking.map((code) => pilots(`missing.${code}`))) })}</p>
                </>
              ) : null}
              {comment ? <PlainText text={comment} /> : null}
              {deciderName ? <small>{deciderName}</small> : null}
              {demonstration ? (
                <TagList>
                  <Tag>{common("demonstration")}</Tag>
                </TagList>
              ) : null}
            </>
          ),
        }),
      )}
    />
  );
}

/** As `Reviews`; says so where no step was taken yet. */
export function EarlierSteps({ reviews }: { reviews: readonly FragmentOf<typeof ReviewsFragment>[] }) {
  const { t } = useTranslation("report");
  return reviews.length > 0 ? <Reviews reviews={reviews} /> : <p>{t("review.noneEarlier")}</p>;
}
