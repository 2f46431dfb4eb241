import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type FragmentOf, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/index.ts";

export const SheetIssueFragment = graphql(`
  fragment SheetIssue on SheetIssue {
    row
    column
    field
    code
    params {
      name
      value
    }
  }
`);

type Issue = ResultOf<typeof SheetIssueFragment>;
const most = 200;

/** What is wrong with a sheet, or what to know of it, in a sentence. */
export function useIssueText() {
  const { t } = useTranslation("errors");
  return ({ code, params }: Pick<Issue, "code" | "params">): string =>
    t(`issue.${code}`, {
      ...Object.fromEntries(params.map(({ name, value }) => [name, name === "count" ? Number(value) : value])),
      defaultValue: t("issue.invalid"),
    });
}

/** Every fault by its row and column, with what to do about it. */
export function SheetIssues({ issues }: { issues: readonly FragmentOf<typeof SheetIssueFragment>[] }) {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const text = useIssueText();
  const all = readFragment(SheetIssueFragment, issues).map((issue, index) => ({ ...issue, key: String(index) }));
  return (
    <>
      <DataTable<Issue & { key: string }>
        caption={t("import.issues")}
        captionHidden
        narrow="stack"
        rows={all.slice(0, most)}
        rowKey={({ key }) => key}
        columns={[
          { key: "row", header: t("import.row"), cell: ({ row }) => (row === null ? "–" : format.number(row)) },
          { key: "column", header: t("import.column"), cell: column },
          { key: "text", header: t("import.fault"), cell: text },
        ]}
      />
      {all.length > most ? <p>{t("import.moreIssues", { count: all.length - most })}</p> : null}
    </>
  );

  function column({ column: letters, field }: Issue) {
    const name = field === null ? null : t(`sheet.columns.${field}`);
    return [letters, name].filter(Boolean).join(": ") || "–";
  }
}
