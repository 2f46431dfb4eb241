import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { PlainText, Timeline } from "#app/ui/index.ts";

export const InventoryReviewsFragment = graphql(`
  fragment InventoryReviews on InventoryReview {
    decision
    decidedOn
    decidedBy
    comment
  }
`);

/** The steps that an inventory took, newest first, with what was said. */
export function InventoryReviews({ reviews }: { reviews: readonly FragmentOf<typeof InventoryReviewsFragment>[] }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (
    <Timeline
      label={t("edit.reviews")}
      items={readFragment(InventoryReviewsFragment, reviews).map(({ decision, decidedOn, decidedBy, comment }) => ({
        dateTime: decidedOn,
        date: format.date(decidedOn),
        title: codes(`pilotDecision.${decision}`),
        children: (
          <>
            {comment ? <PlainText text={comment} /> : null}
            {decidedBy ? <small>{decidedBy}</small> : null}
          </>
        ),
      }))}
    />
  );
}
