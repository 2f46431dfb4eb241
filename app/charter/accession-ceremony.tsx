import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, PageTitle, Radios, SubmitRow, TextArea, TextField } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-ceremony.ts";

export const AddCeremonyPageDocument = graphql(`
  query AddCeremonyPage($id: ID!, $locale: String!) {
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

export const AddCeremonyDocument = graphql(`
  mutation AddCeremony($id: ID!, $input: AddCeremonyInput!, $idempotencyKey: String) {
    addCeremony(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

const kinds = ["local", "european", "renewal"] as const;

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, AddCeremonyPageDocument, { id: params.id, locale });
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
    on: form.partialDate("on"),
    kind: kinds.find((kind) => kind === form.text("kind")) ?? "local",
    place: form.optional("place"),
    note: form.optional("note"),
  };
  const variables = { id: accession.id, input, idempotencyKey: form.optional("key") };
  const { addCeremony } = await mutate(args, AddCeremonyDocument, variables);
  const { problem } = outcome(addCeremony);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function AddCeremony({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { accession, key } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { kind: "local" });
  const title = t("form.ceremony", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const field = (name: string) => ({ ...base(name), value: form.value(name) });
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <Form hidden={{ key: form.key(key) }}>
        <Radios
          {...field("kind")}
          label={t("form.ceremonyKind")}
          options={kinds.map((value) => ({ value, label: codes(`ceremony.${value}`) }))}
        />
        <DateField
          {...base("on")}
          label={t("form.ceremonyOn")}
          hint={common("date.hint")}
          labels={labels}
          value={form.date("on")}
        />
        <TextField {...field("place")} maxLength={200} mark={common("optional")} />
        <TextArea {...field("note")} maxLength={500} rows={3} mark={common("optional")} />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
