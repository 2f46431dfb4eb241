import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, EmptyState, Tag, TagList } from "#app/ui/index.ts";

export const GapFragment = graphql(`
  fragment GapText on SearchGap {
    words
    locale
    count
    firstOn
    lastOn
    concepts {
      slug
      label(locale: $locale)
    }
  }
`);

type Gap = ResultOf<typeof GapFragment>;

/** What was looked for and not found, the most frequent first. */
export function GapTable({ gaps }: { gaps: readonly FragmentOf<typeof GapFragment>[] }) {
  const { t } = useTranslation("search");
  const format = useFormats();
  const link = useLink();
  if (gaps.length === 0) return <EmptyState title={t("gaps.none")} />;
  return (
    <DataTable<Gap>
      caption={t("gaps.caption")}
      captionHidden
      narrow="stack"
      rows={readFragment(GapFragment, gaps)}
      rowKey={({ words, locale }) => `${locale} ${words}`}
      columns={[
        {
          key: "words",
          header: t("gaps.words"),
          rowHeader: true,
          cell: ({ words }) => <a href={link(`/search?q=${encodeURIComponent(words)}`)}>{words}</a>,
        },
        {
          key: "locale",
          header: t("gaps.language"),
          cell: ({ locale }) => (locale ? format.language(locale) : t("gaps.unsaid")),
        },
        { key: "concepts", header: t("gaps.concepts"), cell: concepts },
        { key: "count", header: t("gaps.count"), numeric: true, cell: ({ count }) => format.number(count) },
        { key: "first", header: t("gaps.first"), cell: ({ firstOn }) => format.date(firstOn) },
        { key: "last", header: t("gaps.last"), cell: ({ lastOn }) => format.date(lastOn) },
      ]}
    />
  );

  function concepts({ concepts: all }: Gap) {
    if (all.length === 0) return t("gaps.notUnderstood");
    return (
      <TagList>
        {all.map(({ slug, label }) => (
          <Tag key={slug} href={link(`/concepts/${slug}`)}>
            {label}
          </Tag>
        ))}
      </TagList>
    );
  }
}
