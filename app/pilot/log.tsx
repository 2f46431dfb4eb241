import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  DateField,
  ErrorSummary,
  Form,
  PageTitle,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from "#app/ui/index.ts";
import { STAGES } from "#graphql/pilot/rules.ts";
import { pilotToAddTo } from "./parts/edit.server.ts";
import { useDateLabels } from "./parts/words.ts";
import type { Route } from "./+types/log.ts";

export const AddPilotEntryDocument = graphql(`
  mutation AddPilotEntry($id: ID!, $input: PilotEntryInput!, $idempotencyKey: String) {
    addPilotEntry(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { clock } = args.context.get(servicesContext).context;
  return { pilot: await pilotToAddTo(args), today: clock.today(), key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToAddTo(args);
  const form = await readForm(args.request, locale);
  const stage = STAGES.find((code) => code === form.text("stage"));
  const enteredOn = form.day("enteredOn");
  if (!stage || !enteredOn) {
    const unfilled = [...(enteredOn ? [] : ["enteredOn"]), ...(stage ? [] : ["stage"])];
    return refill({ issues: unfilled.map((path) => ({ path, code: "required", params: {} })), conflict: null }, form);
  }
  const input = {
    enteredOn,
    stage,
    language: form.text("language"),
    text: form.text("text"),
    nextMilestone: form.optional("nextMilestone"),
    nextMilestoneOn: form.day("nextMilestoneOn"),
  };
  const variables = { id: pilot.id, input, idempotencyKey: form.optional("key") };
  const { problem } = outcome((await mutate(args, AddPilotEntryDocument, variables)).addPilotEntry);
  return problem ? refill(problem, form) : redirect(localPath(locale, `/pilots/${pilot.slug}?saved`));
}

export default function AddLogEntry({ loaderData: { pilot, today, key }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const labels = useDateLabels();
  const form = useForm(actionData, { stage: pilot.stage, language: pilot.language });
  const title = t("action.log");
  const field = (name: string) => ({
    name,
    label: t(`log.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const lang = form.value("language");
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language }, { label: title }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("log.lead")} />
      <Form hidden={{ key: form.key(key) }}>
        <DateField {...field("enteredOn")} labels={labels} value={form.date("enteredOn", today)} />
        <Select
          {...field("stage")}
          placeholder={t("choose")}
          options={STAGES.map((value) => ({ value, label: codes(`stage.${value}`) }))}
        />
        <TextArea {...field("text")} hint={t("log.textHint")} maxLength={4000} lang={lang} />
        <Select {...field("language")} options={languageOptions(i18n.language)} />
        <TextField {...field("nextMilestone")} mark={common("optional")} maxLength={300} lang={lang} />
        <DateField
          {...field("nextMilestoneOn")}
          mark={common("optional")}
          labels={labels}
          value={form.date("nextMilestoneOn")}
        />
        <SubmitRow
          buttons={[{ label: t("log.save") }]}
          cancel={{ href: link(`/pilots/${pilot.slug}`), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
