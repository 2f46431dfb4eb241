import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { PlainText, Tag, Timeline } from "#app/ui/index.ts";

export const PracticeReviewsFragment = graphql(`
  fragment PracticeReviews on PracticeReview {
    decision
    decidedOn
    comment
    deciderName
    demonstration
  }
`);

/** The steps to publication, newest first; for those concerned. */
export function PracticeReviews({ reviews }: { reviews: readonly FragmentOf<typeof PracticeReviewsFragment>[] }) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const format = useFormats();
  return (
    <Timeline
      label={t("show.reviews")}
      items={readFragment(PracticeReviewsFragment, reviews).map(
        ({ decision, decidedOn, comment, deciderName, demonstration }) => ({
          dateTime: decidedOn,
          date: format.date(decidedOn),
          title: t(`codes:practiceDecision.${decision}`),
          children: (
            <>
              {comment ? <PlainText text={comment} /> : null}
              {deciderName ? <small>{deciderName}</small> : null}
              {demonstration ? <Tag>{common("demonstration")}</Tag> : null}
            </>
          ),
        }),
      )}
    />
  );
}
