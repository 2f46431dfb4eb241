import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, Notice, PageTitle, Radios, SubmitRow, TextArea } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath, stateTone } from "./accession/states.ts";
import type { Route } from "./+types/accession-end.ts";

export const EndAccessionPageDocument = graphql(`
  query EndAccessionPage($id: ID!, $locale: String!) {
    viewer {
      id
    }
    node(id: $id) {
      __typename
      ... on Accession {
        id
        state
        version
        viewerCan
        city {
          name(locale: $locale)
        }
      }
    }
  }
`);

export const WithdrawCityDocument = graphql(`
  mutation WithdrawCity($id: ID!, $version: Int!, $input: WithdrawCityInput!) {
    withdrawCity(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

export const LapseCityDocument = graphql(`
  mutation LapseCity($id: ID!, $version: Int!, $input: LapseCityInput!) {
    lapseCity(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

export const ReinstateCityDocument = graphql(`
  mutation ReinstateCity($id: ID!, $version: Int!, $input: ReinstateCityInput!) {
    reinstateCity(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

const hasEnded = (state: string) => state === "withdrawn" || state === "lapsed";

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, EndAccessionPageDocument, { id: params.id, locale });
  const ended = answer.node?.__typename === "Accession" && hasEnded(answer.node.state);
  const right = ended ? "accession_reinstate" : "accession_withdraw";
  return { accession: accessionFor({ request, context }, answer, right) };
}

export async function loader(args: Route.LoaderArgs) {
  return found(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { accession } = await found(args);
  const form = await readForm(args.request, locale);
  if (hasEnded(accession.state)) {
    const input = { reason: form.text("reason") };
    const variables = { id: accession.id, version: form.version(), input };
    return after(outcome((await mutate(args, ReinstateCityDocument, variables)).reinstateCity).problem);
  }
  const input = { on: form.day("on") ?? "", reason: form.optional("reason") };
  const variables = { id: accession.id, version: form.version(), input };
  const answer =
    form.text("how") === "lapse"
      ? (await mutate(args, LapseCityDocument, variables)).lapseCity
      : (await mutate(args, WithdrawCityDocument, variables)).withdrawCity;
  return after(outcome(answer).problem);

  function after(problem: FormProblem | null) {
    return problem
      ? refill(atFields(problem), form)
      : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
  }
}

export default function EndAccession({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { accession } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { how: "withdraw", version: String(accession.version) });
  const ended = hasEnded(accession.state);
  const title = t(ended ? "form.reinstate" : "form.end", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`form.${name}`), errors: form.errors(name) });
  const signed = stateTone(accession.state) === "good";
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  const ways = ["withdraw", "lapse"].map((value) => ({
    value,
    label: t(`form.${value}`),
    hint: t(`form.${value}Hint`),
  }));
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <ConflictNotice conflict={form.conflict} fields={[]} />
      <Notice tone="warning">{t(ended ? "form.reinstateWarning" : "form.endWarning")}</Notice>
      <Form hidden={{ version: form.conflict ?? form.value("version") }}>
        {signed && accession.viewerCan.includes("accession_update") ? (
          <Radios {...base("how")} options={ways} value={form.value("how")} />
        ) : null}
        {ended ? null : <DateField {...base("on")} labels={labels} value={form.date("on")} />}
        <TextArea
          {...base("reason")}
          maxLength={1000}
          rows={4}
          value={form.value("reason")}
          mark={signed || ended ? undefined : common("optional")}
        />
        <SubmitRow
          buttons={[ended ? { label: t("page.reinstate") } : { label: t("form.endButton"), look: "danger" }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
