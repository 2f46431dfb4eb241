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
import { ErrorSummary, Form, NumberField, PageTitle, SubmitRow, TextArea, TextField } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-group.ts";

export const UpdateGroupPageDocument = graphql(`
  query UpdateGroupPage($id: ID!, $locale: String!) {
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
        groupName
        groupSize
        groupMembers
        note
      }
    }
  }
`);

export const UpdateGroupDocument = graphql(`
  mutation UpdateGroup($id: ID!, $input: UpdateAccessionInput!) {
    updateAccession(id: $id, input: $input) {
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
  const answer = await query({ request, context }, UpdateGroupPageDocument, { id: params.id, locale });
  return { accession: accessionFor({ request, context }, answer, "accession_update") };
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
    groupName: form.optional("groupName"),
    groupSize: form.whole("groupSize"),
    groupMembers: form
      .text("groupMembers")
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean),
    note: form.optional("note"),
  };
  const { updateAccession } = await mutate(args, UpdateGroupDocument, { id: accession.id, input });
  const { problem } = outcome(updateAccession);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function UpdateGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { accession } = loaderData;
  const link = useLink();
  const form = useForm(actionData, {
    groupName: accession.groupName,
    groupSize: accession.groupSize?.toString(),
    groupMembers: accession.groupMembers.join("\n"),
    note: accession.note,
  });
  const title = t("form.group", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const field = (name: string) => ({ ...base(name), value: form.value(name) });
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} />
      <ConflictNotice
        conflict={form.conflict}
        fields={[
          { label: t("field.groupName"), mine: form.value("groupName"), theirs: accession.groupName ?? "" },
          { label: t("field.groupSize"), mine: form.value("groupSize"), theirs: accession.groupSize?.toString() ?? "" },
          {
            label: t("field.groupMembers"),
            mine: form.value("groupMembers"),
            theirs: accession.groupMembers.join("\n"),
          },
          { label: t("field.note"), mine: form.value("note"), theirs: accession.note ?? "" },
        ]}
      />
      <Form hidden={{ version: form.conflict ?? accession.version }}>
        <TextField {...field("groupName")} hint={t("form.groupHint")} maxLength={200} mark={common("optional")} />
        <NumberField {...field("groupSize")} hint={t("form.groupSizeHint")} whole mark={common("optional")} />
        <TextArea {...field("groupMembers")} hint={t("form.groupMembersHint")} mark={common("optional")} />
        <TextArea {...field("note")} hint={t("form.noteHint")} maxLength={2000} mark={common("optional")} />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
