import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { type FormState, useForm } from "#app/i18n/use-form.ts";
import { DateField, ErrorSummary, Form, PageTitle, Select, SubmitRow, TextField } from "#app/ui/index.ts";
import { accessionFor, atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/accession-edit.ts";

export const EditAccessionDocument = graphql(`
  query EditAccession($id: ID!, $locale: String!) {
    viewer {
      id
    }
    charterVersions {
      code
    }
    node(id: $id) {
      __typename
      ... on Accession {
        id
        version
        viewerCan
        city {
          name(locale: $locale)
        }
        charterVersion {
          code
        }
        interestedOn
        applicationReceivedOn
        signatoryName
        signatoryRole
        documentsCompleteOn
        listedOn
        renewedOn
        councilDecided {
          date
          precision
        }
        signed {
          date
          precision
          notLaterThan
        }
      }
    }
  }
`);

export const UpdateAccessionDocument = graphql(`
  mutation UpdateAccession($id: ID!, $input: UpdateAccessionInput!) {
    updateAccession(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

type Accession = Extract<ResultOf<typeof EditAccessionDocument>["node"], { __typename: "Accession" }>;
type StoredDate = { date: string | null; precision: "day" | "month" | "year" | "unknown" };

/** The dates in the order of joining, as the form asks for them. */
function datesOf(accession: Accession): [name: string, stored: StoredDate, partly: boolean][] {
  const day = (date: string | null): StoredDate => ({ date, precision: "day" });
  return [
    ["interestedOn", day(accession.interestedOn), false],
    ["councilDecided", accession.councilDecided, true],
    ["applicationReceivedOn", day(accession.applicationReceivedOn), false],
    ["signed", accession.signed, true],
    ["signedNotLaterThan", day(accession.signed.notLaterThan), false],
    ["documentsCompleteOn", day(accession.documentsCompleteOn), false],
    ["listedOn", day(accession.listedOn), false],
    ["renewedOn", day(accession.renewedOn), false],
  ];
}

async function found({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, EditAccessionDocument, { id: params.id, locale });
  const codes = answer.charterVersions.map(({ code }) => code);
  return { accession: accessionFor({ request, context }, answer, "accession_update"), codes };
}

export async function loader(args: Route.LoaderArgs) {
  return found(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { accession } = await found(args);
  const form = await readForm(args.request, locale);
  const code = form.text("charterVersionCode");
  const input = {
    version: form.version(),
    // The text that is already recorded is not sent: it may have been inferred, and stays so until someone changes it.
    ...(code === accession.charterVersion.code ? {} : { charterVersionCode: code }),
    interestedOn: form.day("interestedOn"),
    councilDecided: form.partialDate("councilDecided"),
    applicationReceivedOn: form.day("applicationReceivedOn"),
    signed: form.partialDate("signed"),
    signedNotLaterThan: form.day("signedNotLaterThan"),
    signatoryName: form.optional("signatoryName"),
    signatoryRole: form.optional("signatoryRole"),
    documentsCompleteOn: form.day("documentsCompleteOn"),
    listedOn: form.day("listedOn"),
    renewedOn: form.day("renewedOn"),
  };
  const { updateAccession } = await mutate(args, UpdateAccessionDocument, { id: accession.id, input });
  const { problem } = outcome(updateAccession);
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, accessionPath(accession.id))}?saved`);
}

export default function EditAccession({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { accession, codes: texts } = loaderData;
  const link = useLink();
  const form = useForm(actionData, {
    charterVersionCode: accession.charterVersion.code,
    signatoryName: accession.signatoryName,
    signatoryRole: accession.signatoryRole,
  });
  const title = t("form.edit", { name: accession.city.name });
  const base = (name: string) => ({ name, label: t(`field.${name}`), errors: form.errors(name) });
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  const dates = datesOf(accession);
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("form.editLead")} />
      <ConflictNotice conflict={form.conflict} fields={conflicting(form, accession, t)} />
      <Form hidden={{ version: form.conflict ?? accession.version }}>
        <Select
          {...base("charterVersionCode")}
          hint={t("form.versionHint")}
          options={texts.map((value) => ({ value, label: codes(`charterVersion.${value}`) }))}
          value={form.value("charterVersionCode")}
        />
        {dates.map(([name, { date, precision }, partly]) => (
          <DateField
            key={name}
            {...base(name)}
            hint={partly ? common("date.hint") : name === "signedNotLaterThan" ? t("form.notLaterHint") : undefined}
            labels={labels}
            value={form.date(name, date, precision)}
            mark={common("optional")}
          />
        ))}
        <TextField
          {...base("signatoryName")}
          value={form.value("signatoryName")}
          maxLength={120}
          mark={common("optional")}
        />
        <TextField
          {...base("signatoryRole")}
          value={form.value("signatoryRole")}
          maxLength={120}
          mark={common("optional")}
        />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(accessionPath(accession.id)), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}

/** What was typed beside what is stored by now, field by field. */
function conflicting(form: FormState, accession: Accession, t: (key: string) => string) {
  const written = ({ year, month, day }: ReturnType<FormState["date"]>) => [year, month, day].filter(Boolean).join("-");
  const plain = ({ date, precision }: StoredDate) => {
    const kept = { day: 3, month: 2, year: 1, unknown: 0 }[precision];
    return (date?.split("-") ?? [])
      .slice(0, kept)
      .map((digits) => digits.replace(/^0/, ""))
      .join("-");
  };
  return [
    ...datesOf(accession).map(([name, stored]) => ({
      label: t(`field.${name}`),
      mine: written(form.date(name)),
      theirs: plain(stored),
    })),
    { label: t("field.signatoryName"), mine: form.value("signatoryName"), theirs: accession.signatoryName ?? "" },
    { label: t("field.signatoryRole"), mine: form.value("signatoryRole"), theirs: accession.signatoryRole ?? "" },
    {
      label: t("field.charterVersionCode"),
      mine: form.value("charterVersionCode"),
      theirs: accession.charterVersion.code,
    },
  ];
}
