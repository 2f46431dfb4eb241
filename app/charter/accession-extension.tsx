import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, Notice, PageTitle, Radios, SubmitRow, TextArea } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-extension.ts";

export const GrantExtensionPageDocument = graphql(`
  query GrantExtensionPage($id: ID!, $locale: String!) {
    viewer {
      id
    }
    node(id: $id) {
      __typename
      ... on Accession {
        id
        viewerCan
        version
        city {
          name(locale: $locale)
        }
        clock {
          kind
          status
          due {
            date
            precision
          }
        }
      }
    }
  }
`);

export const GrantExtensionDocument = graphql(`
  mutation GrantExtension($id: ID!, $version: Int!, $input: GrantExtensionInput!) {
    grantExtension(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

const kinds = ["cooperation", "local_partnership", "pilots", "footprint"] as const;

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, GrantExtensionPageDocument, { id: params.id, locale });
  return { accession: accessionFor({ request, context }, answer, "accession_extend") };
}

export async function loader(args: Route.LoaderArgs) {
  return found(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { accession } = await found(args);
  const form = await readForm(args.request, locale);
  const input = {
    commitment: kinds.find((kind) => kind === form.text("commitment")) ?? "pilots",
    newDate: form.day("newDate") ?? "",
    reason: form.text("reason"),
    decidedOn: form.day("decidedOn") ?? "",
  };
  const variables = { id: accession.id, version: form.version(), input };
  const { grantExtension } = await mutate(args, GrantExtensionDocument, variables);
  const { problem } = outcome(grantExtension);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function GrantExtension({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { accession } = loaderData;
  const format = useFormats();
  const link = useLink();
  const form = useForm(actionData, { commitment: "pilots", version: String(accession.version) });
  const title = t("form.extension", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const field = (name: string) => ({ ...base(name), value: form.value(name) });
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  const options = accession.clock
    .filter(({ status }) => status === "known")
    .map(({ kind, due }) => ({
      value: kind,
      label: codes(`commitment.${kind}`),
      hint: t("form.currentDeadline", { date: format.date(due?.date, due?.precision) }),
    }));
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <ConflictNotice conflict={form.conflict} fields={[]} />
      <Form hidden={{ version: form.conflict ?? form.value("version") }}>
        {options.length === 0 ? <Notice>{t("form.noDeadline")}</Notice> : null}
        <Radios {...field("commitment")} options={options} />
        <DateField {...base("newDate")} hint={t("form.newDateHint")} labels={labels} value={form.date("newDate")} />
        <DateField {...base("decidedOn")} labels={labels} value={form.date("decidedOn")} />
        <TextArea {...field("reason")} hint={t("form.reasonHint")} maxLength={1000} rows={4} />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
