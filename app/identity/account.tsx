import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect, useRouteLoaderData } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { formats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { isLocale, locales } from "#app/i18n/locales.ts";
import { useForm } from "#app/i18n/use-form.ts";
import type { PageFrame } from "#app/root.tsx";
import { ErrorSummary, Form, Notice, PageTitle, Section, Select, SubmitRow, TextField } from "#app/ui/index.ts";
import { ButtonForm } from "./parts/button-form.tsx";
import { signInFirst } from "./parts/next.ts";
import { Rights } from "./parts/rights-list.tsx";
import { Sessions } from "./parts/sessions.tsx";
import type { Route } from "./+types/account.ts";

export const AccountDocument = graphql(`
  query Account($locale: String!) {
    viewer {
      name
      email
      locale
      networkRoles
      memberships {
        id
        role
        city {
          slug
          name(locale: $locale)
        }
      }
      sessions {
        id
        createdAt
        userAgent
        current
      }
    }
  }
`);

export const UpdateProfileDocument = graphql(`
  mutation UpdateProfile($name: String!, $locale: String!) {
    updateProfile(name: $name, locale: $locale) {
      __typename
      ...Refusal
      ... on User {
        locale
      }
    }
  }
`);

export const RevokeSessionDocument = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      __typename
      ...Refusal
    }
  }
`);

export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut {
      __typename
      ...Refusal
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale } = args.context.get(servicesContext);
  const { viewer } = await query(args, AccountDocument, { locale });
  if (!viewer) throw signInFirst(args);
  const { searchParams } = new URL(args.request.url);
  const done = (["saved", "revoked"] as const).find((name) => searchParams.has(name)) ?? null;
  return { viewer, done };
}

export async function action(args: Route.ActionArgs) {
  const { locale, context } = args.context.get(servicesContext);
  if (!context.viewer.userId) throw redirect(localPath(locale, "/sign-in"));
  const form = await readForm(args.request, locale);
  switch (form.text("intent")) {
    case "profile": {
      const { updateProfile } = await mutate(args, UpdateProfileDocument, {
        name: form.text("name"),
        locale: form.text("locale"),
      });
      const { done, problem } = outcome(updateProfile);
      return problem
        ? refill(problem, form)
        : redirect(`${localPath(isLocale(done.locale) ? done.locale : locale, "/account")}?saved`);
    }
    case "revoke": {
      const { revokeSession } = await mutate(args, RevokeSessionDocument, { id: form.text("session") });
      outcome(revokeSession);
      return redirect(`${localPath(locale, "/account")}?revoked`);
    }
    case "signOut": {
      const { signOut } = await mutate(args, SignOutDocument);
      outcome(signOut);
      return redirect(localPath(locale, "/"));
    }
    default:
      throw data({ code: "BAD_USER_INPUT" }, { status: 400 });
  }
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const { t: common } = useTranslation();
  const { t: search } = useTranslation("search");
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  const { viewer, done } = loaderData;
  const form = useForm(actionData, { name: viewer.name, locale: viewer.locale });
  const field = (name: string) => ({
    name,
    label: t(`account.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  return (
    <>
      <title>{`${form.title(t("account.title"))} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      {done ? (
        <Notice role="status" tone="success">
          {t(`account.${done}`)}
        </Notice>
      ) : null}
      <PageTitle title={t("account.title")} lead={t("account.lead", { email: viewer.email })} />
      {frame?.demonstration ? <Notice tone="demonstration">{t("account.demonstration")}</Notice> : null}
      <Section title={t("account.profile")}>
        <Form hidden={{ intent: "profile" }}>
          <TextField {...field("name")} maxLength={120} autoComplete="name" />
          <Select
            {...field("locale")}
            hint={t("account.localeHint")}
            width="medium"
            options={locales.map((code) => ({ value: code, label: formats(code).language(code), lang: code }))}
          />
          <SubmitRow buttons={[{ label: common("action.save") }]} />
        </Form>
      </Section>
      <Section title={search("saved.title")} intro={search("saved.account")}>
        <p>
          <a href={link("/account/searches")}>{search("saved.title")}</a>
        </p>
      </Section>
      <Rights memberships={viewer.memberships} networkRoles={viewer.networkRoles} />
      <Sessions sessions={viewer.sessions} />
      <Section title={t("account.leave")}>
        <ButtonForm hidden={{ intent: "signOut" }}>{t("account.signOut")}</ButtonForm>
      </Section>
    </>
  );
}
