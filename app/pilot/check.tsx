import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, fieldId, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { CheckAnswers } from "./parts/answers.tsx";
import { pilotToEdit } from "./parts/edit.server.ts";
import { LockedPilot } from "./parts/locked.tsx";
import { PilotLog } from "./parts/log-list.tsx";
import { MissingList } from "./parts/missing.tsx";
import { PilotResults } from "./result/results.tsx";
import { SignOffForm } from "#app/review/parts/sign-off-form.tsx";
import { followButton } from "#app/review/parts/step.server.ts";
import { pathTo } from "./parts/steps.ts";
import type { Route } from "./+types/check.ts";

export const PilotEvidenceDocument = graphql(`
  query PilotEvidence($slug: String!) {
    pilot(slug: $slug) {
      results {
        ...Results
      }
      entries {
        ...PilotLog
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const pilot = await pilotToEdit(args);
  const { pilot: evidence } = await query(args, PilotEvidenceDocument, { slug: pilot.slug });
  const mayApprove = pilot.cities.some(({ confirmed, city }) => confirmed && city.viewerCan.includes("pilot_sign_off"));
  return { pilot, mayApprove, results: evidence?.results ?? [], entries: evidence?.entries ?? [] };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToEdit(args);
  const form = await readForm(args.request, locale);
  const intent = form.text("intent");
  const problem = await followButton(args, "pilot", intent, {
    id: pilot.id,
    version: form.version(),
    comment: form.optional("comment"),
  });
  if (problem) return refill(problem, form);
  const path = intent === "withdraw" || intent === "sendBack" ? "/edit?saved" : `?done=${intent}`;
  return redirect(localPath(locale, `/pilots/${pilot.slug}${path}`));
}

export default function CheckPilot({
  loaderData: { pilot, mayApprove, results, entries },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const link = useLink();
  const form = useForm(actionData);
  const may = (action: (typeof pilot.viewerCan)[number]) => pilot.viewerCan.includes(action);
  const canSign = may("pilot_sign_off");
  const title = t("common:signOff.title");
  const errors = form.summary.errors.map(({ field, text }) => ({
    text,
    field: field === "comment" ? field : "missing",
  }));
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language },
          { href: link(`/pilots/${pilot.slug}/edit`), label: t("edit.title") },
          { label: title },
        ]}
      />
      <ErrorSummary title={form.summary.title} errors={errors} />
      <PageTitle title={title} caption={pilot.title} lead={t(canSign ? "check.leadApprover" : "common:signOff.lead")} />
      {form.conflict === null ? null : (
        <Notice tone="warning" role="alert" title={common("conflict.title")}>
          {t("check.changed")}
        </Notice>
      )}
      {pilot.locked ? <LockedPilot pilot={pilot} /> : null}
      <CheckAnswers pilot={pilot} />
      <Section title={t("show.results")}>
        <PilotResults
          results={results}
          change={pilot.locked ? undefined : (id) => link(`/pilots/${pilot.slug}/results/${id}`)}
        />
      </Section>
      <Section title={t("show.log")}>
        <PilotLog entries={entries} whole={false} more={link(`/pilots/${pilot.slug}?log`)} />
      </Section>
      <Section id={fieldId("missing")} title={t("common:signOff.missing")}>
        <MissingList missing={pilot.missing} own href={pilot.locked ? undefined : addressOf} />
      </Section>
      <SignOffForm
        form={form}
        version={pilot.version}
        may={{
          request: may("pilot_request_sign_off"),
          sign: canSign,
          sendBack: may("pilot_send_back"),
          approve: mayApprove,
        }}
        hints={{ sign: t("check.signHint"), request: t("check.requestHint") }}
        cancel={{ href: link(`/pilots/${pilot.slug}/edit`), label: t("edit.back") }}
      />
    </>
  );

  function addressOf(code: string) {
    const path = pathTo(code);
    return path && link(`/pilots/${pilot.slug}/${path}`);
  }
}
