import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonForm } from "#app/identity/parts/button-form.tsx";
import { Notice, PageTitle } from "#app/ui/index.ts";
import type { Route } from "./+types/unsubscribe.ts";

export const UnsubscribeDocument = graphql(`
  mutation Unsubscribe($token: String!) {
    unsubscribe(token: $token) {
      __typename
      ... on Unsubscribed {
        done
      }
    }
  }
`);

/** Ends the mails of one saved search. Whoever has the link may, signed in or not: a person with the button, or a mail program
 *  with a POST of its own (RFC 8058). Only looking at the page, as scanners of mail do, ends nothing. */
export async function action(args: Route.ActionArgs) {
  const { unsubscribe } = await mutate(args, UnsubscribeDocument, { token: args.params.token });
  const { done } = outcome(unsubscribe);
  return data({ done: done?.done === true }, { status: done?.done ? 200 : 404 });
}

export default function Unsubscribe({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const link = useLink();
  return (
    <>
      <title>{`${t("unsubscribe.title")} – Quintet`}</title>
      <meta name="robots" content="noindex" />
      <PageTitle title={t("unsubscribe.title")} />
      {actionData?.done ? (
        <Notice role="status" tone="success">
          {t("unsubscribe.done")}
        </Notice>
      ) : null}
      {actionData && !actionData.done ? (
        <Notice role="alert" tone="warning" title={t("unsubscribe.gone")}>
          <p>{t("unsubscribe.goneText")}</p>
        </Notice>
      ) : null}
      {actionData ? null : (
        <>
          <p>{t("unsubscribe.text")}</p>
          <ButtonForm look="primary" hidden={{}}>
            {t("unsubscribe.button")}
          </ButtonForm>
        </>
      )}
      <p>
        <a href={link("/account/searches")}>{t("saved.title")}</a>
      </p>
    </>
  );
}
