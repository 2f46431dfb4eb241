import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { withParameters } from "#app/identity/parts/next.ts";
import { Actions, ButtonLink, EmptyState, ErrorSummary, Notice, PageTitle } from "#app/ui/index.ts";
import { cadences } from "#graphql/search/saved/rules.ts";
import { change, remove, save } from "./saved/saved.server.ts";
import { SavedOne } from "./saved/one.tsx";
import type { Route } from "./+types/saved.ts";

export const SavedSearchesDocument = graphql(`
  query SavedSearches($locale: String!) {
    savedSearches {
      id
      ...SavedOne
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale } = args.context.get(servicesContext);
  const { savedSearches } = await query(args, SavedSearchesDocument, { locale });
  const { searchParams } = new URL(args.request.url);
  const done = (["saved", "changed", "deleted"] as const).find((name) => searchParams.has(name)) ?? null;
  return { savedSearches, done };
}

export async function action(args: Route.ActionArgs) {
  const { locale, context } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  if (!context.viewer.userId) {
    const search = form.text("search");
    const next = localPath(locale, search ? `/search?${search}` : "/account/searches");
    throw redirect(withParameters(localPath(locale, "/sign-in"), { next }));
  }
  const intent = form.text("intent");
  if (intent === "delete") return remove(args, form);
  const cadence = cadences.find((one) => one === form.text(`cadence${form.text("place")}`));
  if (!cadence || (intent !== "save" && intent !== "change")) throw data({ code: "BAD_USER_INPUT" }, { status: 400 });
  const answer = await (intent === "save" ? save : change)(args, form, cadence);
  return answer instanceof Response ? answer : refill(answer, form);
}

export default function SavedSearches({ loaderData: { savedSearches, done }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const { t: identity } = useTranslation("identity");
  const link = useLink();
  const form = useForm(actionData);
  const errors = form.summary.errors.map(({ text }) => ({ text }));
  return (
    <>
      <title>{`${form.title(t("saved.title"))} – Quintet`}</title>
      <ErrorSummary title={form.summary.title} errors={errors} />
      {done ? (
        <Notice role="status" tone="success">
          {t(`saved.${done}`)}
        </Notice>
      ) : null}
      <PageTitle title={t("saved.title")} lead={t("saved.lead")} />
      {savedSearches.length === 0 ? <EmptyState title={t("saved.empty")} /> : null}
      {savedSearches.map((saved, index) => (
        <SavedOne key={saved.id} saved={saved} place={index + 1} />
      ))}
      <Actions>
        <ButtonLink look="secondary" href={link("/search")}>
          {t("title")}
        </ButtonLink>
        <a href={link("/account")}>{identity("account.title")}</a>
      </Actions>
    </>
  );
}
