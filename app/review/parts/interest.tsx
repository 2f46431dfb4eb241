import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { Disclosure, Form, Notice, SubmitRow, TextArea } from "#app/ui/index.ts";

export const InterestFragment = graphql(`
  fragment Interest on City {
    id
    name(locale: $locale)
    viewerIsPartial
    interests {
      name
      reason
    }
  }
`);

/** Who has a part in the cities concerned and so does not decide; the reader can declare one, or take it back. */
export function Interests({ cities }: { cities: readonly FragmentOf<typeof InterestFragment>[] }) {
  const { t } = useTranslation("report");
  return readFragment(InterestFragment, cities).map(({ id, name, viewerIsPartial, interests }) => (
    <div key={id}>
      {viewerIsPartial ? <Notice tone="warning">{t("review.interest.own", { city: name })}</Notice> : null}
      {interests.length > 0 ? (
        <ul>
          {interests.map((interest) => (
            <li key={interest.name}>{t("review.interest.other", { name: interest.name, reason: interest.reason })}</li>
          ))}
        </ul>
      ) : null}
      {viewerIsPartial ? (
        <Form hidden={{ intent: "withdrawInterest", cityId: id }} label={t("review.interest.takeBack")}>
          <SubmitRow buttons={[{ label: t("review.interest.takeBack"), look: "secondary" }]} />
        </Form>
      ) : (
        <Disclosure summary={t("review.interest.question", { city: name })}>
          <Form hidden={{ intent: "declareInterest", cityId: id }} label={t("review.interest.declare")}>
            <TextArea name="reason" label={t("review.interest.reason")} maxLength={1000} />
            <SubmitRow buttons={[{ label: t("review.interest.declare"), look: "secondary" }]} />
          </Form>
        </Disclosure>
      )}
    </div>
  ));
}
