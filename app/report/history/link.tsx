import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";

export const HistoryLinkFragment = graphql(`
  fragment HistoryLink on HistoryConnection {
    edges {
      cursor
    }
  }
`);

/** The way to a thing's history, where this reader has something to see there. */
export function HistoryLink({ history, href }: { history: FragmentOf<typeof HistoryLinkFragment>; href: string }) {
  const { t } = useTranslation("history");
  if (readFragment(HistoryLinkFragment, history).edges.length === 0) return null;
  return (
    <p>
      <a href={href}>{t("title")}</a>
    </p>
  );
}
