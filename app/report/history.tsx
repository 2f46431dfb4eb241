import { useTranslation } from "#app/i18n/words.ts";
import { readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs, PageTitle } from "#app/ui/index.ts";
import { HistoryPageFragment } from "./history/documents.ts";
import { HistoryEntries } from "./history/entries.tsx";
import { historyFor } from "./history/find.server.ts";
import type { Route } from "./+types/history.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const kept = [...searchParams].filter(([name]) => name !== "after");
  return { ...(await historyFor({ request, context }, params)), kept, after: searchParams.has("after") };
}

/** Who changed what of a thing, twenty entries at a time. */
export default function ShowHistory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("history");
  const { t: common } = useTranslation();
  const { name, lang, page, history, kept, after } = loaderData;
  const { edges, pageInfo } = readFragment(HistoryPageFragment, history);
  const link = useLink();
  const address = (more: [string, string][]) => `?${new URLSearchParams([...kept, ...more]).toString()}`;
  return (
    <>
      <title>{`${t("of", { name })} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(page), label: name, lang }, { label: t("title") }]}
      />
      <PageTitle title={t("of", { name })} />
      <p>{t("lead")}</p>
      <HistoryEntries entries={edges.map(({ node }) => node)} />
      <p>
        {after ? <a href={address([])}>{t("newest")}</a> : null}{" "}
        {pageInfo.hasNextPage && pageInfo.endCursor ? (
          <a rel="next" href={address([["after", pageInfo.endCursor]])}>
            {t("older")}
          </a>
        ) : null}
      </p>
      <p>{t("public")}</p>
    </>
  );
}
