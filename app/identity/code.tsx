import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Disclosure, ErrorSummary, Form, Notice, PageTitle, SubmitRow, TextField } from "#app/ui/index.ts";
import { ButtonForm } from "./parts/button-form.tsx";
import { nextPage, withParameters } from "./parts/next.ts";
import type { Route } from "./+types/code.ts";

export const SignInDocument = graphql(`
  mutation SignIn($email: String!, $code: String!) {
    signIn(email: $email, code: $code) {
      __typename
      ...Refusal
      ... on SignedIn {
        viewer {
          networkRoles
          memberships {
            role
          }
        }
      }
    }
  }
`);

export function loader({ request, context }: Route.LoaderArgs) {
  const { locale, api } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const email = searchParams.get("email");
  const next = nextPage(searchParams.get("next"));
  if (!email) throw redirect(withParameters(localPath(locale, "/sign-in"), { next }));
  return { email, next, demonstration: api.demonstration };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  const { signIn } = await mutate(args, SignInDocument, { email: form.text("email"), code: form.text("code") });
  const { done, problem } = outcome(signIn);
  if (problem) return refill(problem, form);
  const { networkRoles, memberships } = done.viewer;
  const start = memberships.length > 0 ? "/tasks" : networkRoles.length > 0 ? "/network" : "/account";
  return redirect(nextPage(form.text("next")) ?? localPath(locale, start));
}

export default function EnterCode({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const link = useLink();
  const form = useForm(actionData);
  const { email, next, demonstration } = loaderData;
  return (
    <>
      <title>{`${form.title(t("code.title"))} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={t("code.title")} lead={t("code.lead", { email })} />
      {demonstration ? (
        <Notice tone="demonstration">
          {t("code.demonstration")}{" "}
          <a href={withParameters(link("/mailbox"), { for: email, next })}>{t("demonstration.mailbox")}</a>
        </Notice>
      ) : null}
      <Form hidden={{ email, next }}>
        <TextField
          name="code"
          label={t("code.code")}
          hint={t("code.codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          width="short"
          spellCheck={false}
          value={form.value("code")}
          errors={form.errors("code")}
        />
        <SubmitRow
          buttons={[{ label: t("code.signIn") }]}
          cancel={{ href: withParameters(link("/sign-in"), { next }), label: t("code.otherAddress") }}
        />
      </Form>
      <Disclosure summary={t("code.nothingCame")} open={form.errors("code").length > 0}>
        <p>{t("code.nothingCameText")}</p>
        <ButtonForm action={link("/sign-in")} hidden={{ email, next }}>
          {t("code.again")}
        </ButtonForm>
      </Disclosure>
    </>
  );
}
