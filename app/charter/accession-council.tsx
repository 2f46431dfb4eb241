import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, PageTitle, SubmitRow } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-council.ts";

export const RecordCouncilDecisionPageDocument = graphql(`
  query RecordCouncilDecisionPage($id: ID!, $locale: String!) {
    viewer {
      id
    }
    node(id: $id) {
      __typename
      ... on Accession {
        id
        viewerCan
        city {
          name(locale: $locale)
        }
        version
        councilDecided {
          date
          precision
        }
      }
    }
  }
`);

export const RecordCouncilDecisionDocument = graphql(`
  mutation RecordCouncilDecision($id: ID!, $input: RecordCouncilDecisionInput!) {
    recordCouncilDecision(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, RecordCouncilDecisionPageDocument, { id: params.id, locale });
  return { accession: accessionFor({ request, context }, answer, "accession_record_adoption") };
}

export async function loader(args: Route.LoaderArgs) {
  return found(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { accession } = await found(args);
  const form = await readForm(args.request, locale);
  const input = {
    version: form.version(),
    councilDecided: form.partialDate("councilDecided"),
  };
  const { recordCouncilDecision } = await mutate(args, RecordCouncilDecisionDocument, { id: accession.id, input });
  const { problem } = outcome(recordCouncilDecision);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function RecordCouncilDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { accession } = loaderData;
  const link = useLink();
  const form = useForm(actionData, {});
  const title = t("form.council", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <ConflictNotice conflict={form.conflict} fields={[]} />
      <Form hidden={{ version: form.conflict ?? accession.version }}>
        <DateField
          {...base("councilDecided")}
          hint={common("date.hint")}
          labels={labels}
          value={form.date("councilDecided", accession.councilDecided.date, accession.councilDecided.precision)}
        />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
