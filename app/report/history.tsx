import { redirect } from "react-router";
import { useTranslation } from "#app/i18n/words.ts";
import { readFragment } from "#app/api/documents.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Notice, PageTitle } from "#app/ui/index.ts";
import { Comparison } from "./history/comparison.tsx";
import { HistoryPageFragment } from "./history/documents.ts";
import { HistoryEntries } from "./history/entries.tsx";
import { historyFor } from "./history/find.server.ts";
import { comparison, restoreVersion } from "./history/restore.server.ts";
import type { Route } from "./+types/history.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const view = await historyFor({ request, context }, params);
  return {
    ...view,
    compared: await comparison({ request, context }, view.id),
    /** Which of several things the address names. */
    kept: [...searchParams].filter(([name]) => name === "scope" || name === "revision"),
    after: searchParams.get("after"),
    restored: searchParams.has("restored"),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const view = await historyFor({ request, context }, params);
  return (await restoreVersion({ request, context }, view)) ?? redirect(`${new URL(request.url).pathname}?restored`);
}

/** Who changed what of a thing, twenty entries at a time; two versions compared. */
export default function ShowHistory({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("history");
  const { t: common } = useTranslation();
  const { name, lang, page, history, kept, after, restored } = loaderData;
  const { edges, pageInfo } = readFragment(HistoryPageFragment, history);
  const form = useForm(actionData, {});
  const link = useLink();
  const address = (more: [string, string][]) => `?${new URLSearchParams([...kept, ...more]).toString()}`;
  const paged: [string, string][] = after === null ? [] : [["after", after]];
  return (
    <>
      <title>{`${form.title(t("of", { name }))} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(page), label: name, lang }, { label: t("title") }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={t("of", { name })} />
      {restored ? (
        <Notice role="status" tone="success">
          {t("restore.done")}
        </Notice>
      ) : null}
      <ConflictNotice conflict={form.conflict} fields={[]} />
      <p>{t("lead")}</p>
      <HistoryEntries entries={edges.map(({ node }) => node)} />
      <p>
        {after === null ? null : <a href={address([])}>{t("newest")}</a>}{" "}
        {pageInfo.hasNextPage && pageInfo.endCursor ? (
          <a rel="next" href={address([["after", pageInfo.endCursor]])}>
            {t("older")}
          </a>
        ) : null}
      </p>
      <Comparison {...loaderData} moments={edges.map(({ node }) => node)} kept={[...kept, ...paged]} />
      <p>{t("public")}</p>
    </>
  );
}
