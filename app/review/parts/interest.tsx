import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Disclosure, Form, Notice, SubmitRow, TextArea } from "#app/ui/index.ts";

export const InterestFragment = graphql(`
  fragment Interest on City {
    id
    name(locale: $locale)
    viewerIsPartial
    interests {
      name
      reason
      isViewers
    }
  }
`);

type Props = { cities: readonly FragmentOf<typeof InterestFragment>[]; form: FormState };

/** Who has a part in the cities concerned and so does not decide; the reader can declare one, or take it back. */
export function Interests({ cities, form }: Props) {
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
      {interests.some(({ isViewers }) => isViewers) ? (
        <Form hidden={{ intent: "withdrawInterest", cityId: id }} label={t("review.interest.takeBack")}>
          <SubmitRow buttons={[{ label: t("review.interest.takeBack"), look: "secondary" }]} />
        </Form>
      ) : null}
      {viewerIsPartial ? null : (
        <Disclosure summary={t("review.interest.question", { city: name })} open={form.value("cityId") === id}>
          <Form hidden={{ intent: "declareInterest", cityId: id }} label={t("review.interest.declare")}>
            <TextArea
              name="reason"
              label={t("review.interest.reason")}
              errors={form.value("cityId") === id ? form.errors("reason") : []}
              value={form.value("cityId") === id ? form.value("reason") : ""}
              maxLength={1000}
            />
            <SubmitRow buttons={[{ label: t("review.interest.declare"), look: "secondary" }]} />
          </Form>
        </Disclosure>
      )}
    </div>
  ));
}
