import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useWarningWords } from "#app/footprint/warning/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/index.ts";

export const ReviewWarningsFragment = graphql(`
  fragment ReviewWarnings on Warning {
    key
    code
    category
    value
    reference
    acceptance {
      reason
      acceptedOn
      acceptedBy
    }
  }
`);

type Warning = ResultOf<typeof ReviewWarningsFragment>;
type Props = {
  warnings: readonly FragmentOf<typeof ReviewWarningsFragment>[];
  linesAt: (category?: string) => string;
};

/** Figures that stand out, what they were compared with, and what the city says about them. */
export function ReviewWarnings({ warnings, linesAt }: Props) {
  const { t } = useTranslation("report");
  const { t: footprint } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const rows = readFragment(ReviewWarningsFragment, warnings);
  if (rows.length === 0) return <p>{t("footprint:warnings.none")}</p>;
  const { figure } = useWarningWords();
  return (
    <DataTable<Warning>
      caption={t("reviewFootprint.warnings")}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "what", header: t("reviewFootprint.warning"), rowHeader: true, cell: what },
        { key: "value", header: t("reviewFootprint.value"), cell: ({ code, value }) => figure(code, value) },
        {
          key: "reference",
          header: t("reviewFootprint.reference"),
          cell: ({ code, reference }) => figure(code, reference),
        },
        { key: "answer", header: t("reviewFootprint.answer"), cell: answer },
      ]}
    />
  );

  function what({ code, category }: Warning) {
    return category ? (
      <>
        <a href={linesAt(category)}>{footprint(`category.${category}`)}</a>: {codes(`warning.${code}`)}
      </>
    ) : (
      codes(`warning.${code}`)
    );
  }

  function answer({ acceptance }: Warning) {
    if (!acceptance) return t("reviewFootprint.unanswered");
    const date = format.date(acceptance.acceptedOn);
    return (
      <>
        {acceptance.reason} <small>{[acceptance.acceptedBy, date].filter(Boolean).join(", ")}</small>
      </>
    );
  }
}
