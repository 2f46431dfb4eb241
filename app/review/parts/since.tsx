import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { fieldKey } from "#app/report/history/labels.ts";
import { useWritten } from "#app/report/history/values.ts";
import { DataTable, Section } from "#app/ui/index.ts";

export const SinceFragment = graphql(`
  fragment Since on Review {
    decision
    decidedOn
    differences {
      field
      before
      after
    }
  }
`);

type Props = {
  reviews: readonly FragmentOf<typeof SinceFragment>[];
  /** The step that changes such a thing itself: by it its fields have their words. */
  action: "pilot.update" | "practice.update" | "footprint.update" | "footprint.choose_baseline";
};

/** What stands now beside what was submitted, and beside what was last accepted; what was added since is marked. */
export function SinceThen({ reviews, action }: Props) {
  const { t } = useTranslation("report");
  const { t: words } = useTranslation("history");
  const format = useFormats();
  const written = useWritten();
  const steps = readFragment(SinceFragment, reviews);
  const last = (...decisions: string[]) => steps.find(({ decision }) => decisions.includes(decision));
  const compared = [
    { text: "submitted", step: last("signed_off") },
    { text: "accepted", step: last("accepted", "published") },
  ] as const;
  return compared.map(({ text, step }) =>
    step?.differences ? (
      <Section
        key={text}
        title={t("review.since.title")}
        intro={t(`review.since.${text}`, { date: format.date(step.decidedOn) })}
      >
        {step.differences.length === 0 ? (
          <p>{t("review.since.nothing")}</p>
        ) : (
          <DataTable
            caption={t("review.since.title")}
            narrow="stack"
            rows={step.differences.map((row, index) => ({ ...row, key: String(index) }))}
            rowKey={({ key }) => key}
            columns={[
              {
                key: "field",
                header: words("compare.field"),
                rowHeader: true,
                cell: ({ field }) => words(fieldKey(action, field) ?? field, { defaultValue: field }),
              },
              {
                key: "then",
                header: t("review.since.then"),
                cell: ({ field, before }) =>
                  before === null ? <mark>{t("review.since.added")}</mark> : written(action, field, before),
              },
              {
                key: "now",
                header: t("review.since.now"),
                cell: ({ field, after }) => written(action, field, after),
              },
            ]}
          />
        )}
      </Section>
    ) : null,
  );
}
