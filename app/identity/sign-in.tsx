import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ErrorSummary, Form, PageTitle, SubmitRow, TextField } from "#app/ui/index.ts";
import { DemonstrationAccounts } from "./parts/demonstration-accounts.tsx";
import { nextPage, withParameters } from "./parts/next.ts";
import type { Route } from "./+types/sign-in.ts";

export const SignInPageDocument = graphql(`
  query SignInPage($locale: String!) {
    viewer {
      id
    }
    demonstrationAccounts {
      name
      email
      roles
      city {
        name(locale: $locale)
      }
    }
  }
`);

export const RequestSignInCodeDocument = graphql(`
  mutation RequestSignInCode($email: String!) {
    requestSignInCode(email: $email) {
      __typename
      ...Refusal
      ... on SignInCodeRequested {
        email
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale, api } = args.context.get(servicesContext);
  const next = nextPage(new URL(args.request.url).searchParams.get("next"));
  const { viewer, demonstrationAccounts } = await query(args, SignInPageDocument, { locale });
  if (viewer) throw redirect(next ?? localPath(locale, "/account"));
  return { next, demonstration: api.demonstration, accounts: demonstrationAccounts };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  const { requestSignInCode } = await mutate(args, RequestSignInCodeDocument, { email: form.text("email") });
  const { done, problem } = outcome(requestSignInCode);
  if (problem) return refill(problem, form);
  return redirect(
    withParameters(localPath(locale, "/sign-in/code"), { email: done.email, next: nextPage(form.text("next")) }),
  );
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const link = useLink();
  const form = useForm(actionData);
  const { next, demonstration, accounts } = loaderData;
  return (
    <>
      <title>{`${form.title(t("signIn.title"))} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={t("signIn.title")} lead={t("signIn.lead")} />
      <Form hidden={{ next }}>
        <TextField
          name="email"
          type="email"
          label={t("signIn.email")}
          hint={t("signIn.emailHint")}
          autoComplete="email"
          value={form.value("email")}
          errors={form.errors("email")}
        />
        <SubmitRow buttons={[{ label: t("signIn.send") }]} />
      </Form>
      {demonstration ? <DemonstrationAccounts accounts={accounts} next={next} mailbox={link("/mailbox")} /> : null}
    </>
  );
}
