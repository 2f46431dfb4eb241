import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, PageTitle, Select, SubmitRow, TextField } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-document.ts";

export const AddDocumentPageDocument = graphql(`
  query AddDocumentPage($id: ID!, $locale: String!) {
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
      }
    }
  }
`);

export const AddDocumentDocument = graphql(`
  mutation AddDocument($id: ID!, $input: AddAccessionDocumentInput!, $idempotencyKey: String) {
    addAccessionDocument(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

const kinds = ["signed_charter", "council_decision", "application_form", "photo", "statement", "press"] as const;

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, AddDocumentPageDocument, { id: params.id, locale });
  return { accession: accessionFor({ request, context }, answer, "accession_update") };
}

export async function loader(args: Route.LoaderArgs) {
  return { ...(await found(args)), key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { accession } = await found(args);
  const form = await readForm(args.request, locale);
  const input = {
    kind: kinds.find((kind) => kind === form.text("kind")) ?? "signed_charter",
    title: form.text("title"),
    url: form.optional("url"),
    receivedOn: form.day("receivedOn"),
  };
  const variables = { id: accession.id, input, idempotencyKey: form.optional("key") };
  const { addAccessionDocument } = await mutate(args, AddDocumentDocument, variables);
  const { problem } = outcome(addAccessionDocument);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function AddDocument({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { accession, key } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { kind: "signed_charter" });
  const title = t("form.document", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const field = (name: string) => ({ ...base(name), value: form.value(name) });
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <Form hidden={{ key: form.key(key) }}>
        <Select {...field("kind")} options={kinds.map((value) => ({ value, label: codes(`document.${value}`) }))} />
        <TextField
          {...field("title")}
          label={t("form.documentTitle")}
          hint={t("form.documentTitleHint")}
          maxLength={200}
        />
        <TextField {...field("url")} type="url" mark={common("optional")} />
        <DateField {...base("receivedOn")} labels={labels} value={form.date("receivedOn")} mark={common("optional")} />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
