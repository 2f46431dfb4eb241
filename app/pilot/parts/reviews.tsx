import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { PlainText, Tag, TagList, Timeline } from "#app/ui/index.ts";

export const ReviewsFragment = graphql(`
  fragment Reviews on PilotReview {
    decision
    decidedOn
    rule
    comment
    deciderName
    demonstration
  }
`);

/** The steps of review, newest first; why they were taken is given only to those concerned. */
export function Reviews({ reviews }: { reviews: readonly FragmentOf<typeof ReviewsFragment>[] }) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  return (
    <Timeline
      label={t("show.reviews")}
      items={readFragment(ReviewsFragment, reviews).map(
        ({ decision, decidedOn, rule, comment, deciderName, demonstration }) => ({
          dateTime: decidedOn,
          date: format.date(decidedOn),
          title: codes(`pilotDecision.${decision}`),
          children: (
            <>
              {rule ? (
                <p>
                  {codes(`refusalRule.${rule}`)}: {codes(`refusalRuleText.${rule}`)}
                </p>
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
