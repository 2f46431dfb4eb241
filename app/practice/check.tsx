import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { CheckAnswers, stepAnchor } from "./parts/answers.tsx";
import { practiceToEdit } from "./parts/edit.server.ts";
import { LockedPractice } from "./parts/locked.tsx";
import { MissingList } from "./parts/missing.tsx";
import { ArchiveForm, RestoreForm, SignOffForm } from "#app/review/parts/sign-off-form.tsx";
import { followButton } from "#app/review/parts/step.server.ts";
import type { Route } from "./+types/check.ts";

export async function loader(args: Route.LoaderArgs) {
  const practice = await practiceToEdit(args);
  return { practice, mayApprove: practice.city.viewerCan.includes("practice_sign_off") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const practice = await practiceToEdit(args);
  const form = await readForm(args.request, locale);
  const intent = form.text("intent");
  const problem = await followButton(args, "practice", intent, {
    id: practice.id,
    version: form.version(),
    comment: form.optional("comment"),
  });
  if (problem) return refill(problem, form);
  const path = intent === "withdraw" || intent === "sendBack" ? "/edit?saved" : `?done=${intent}`;
  return redirect(localPath(locale, `/practices/${practice.slug}${path}`));
}

export default function CheckPractice({ loaderData: { practice, mayApprove }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const link = useLink();
  const form = useForm(actionData);
  const may = (action: (typeof practice.viewerCan)[number]) => practice.viewerCan.includes(action);
  const canSign = may("practice_sign_off");
  const list = link(`/practices/${practice.slug}/edit`);
  const title = t("common:signOff.title");
  const errors = form.summary.errors.map(({ field, text }) => ({
    text,
    field: field === "comment" ? field : stepAnchor(field),
  }));
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/practices/${practice.slug}`), label: practice.title, lang: practice.language },
          { href: list, label: t("edit.title") },
          { label: title },
        ]}
      />
      <ErrorSummary title={form.summary.title} errors={errors} />
      <PageTitle
        title={title}
        caption={<span lang={practice.language}>{practice.title}</span>}
        lead={practice.locked && !canSign ? undefined : t(canSign ? "check.leadApprover" : "check.lead")}
      />
      {form.conflict === null ? null : (
        <Notice tone="warning" role="alert" title={common("conflict.title")}>
          {t("check.changed")}
        </Notice>
      )}
      {practice.locked ? <LockedPractice practice={practice} /> : null}
      <CheckAnswers practice={practice} />
      <Section title={t("check.missing")}>
        <MissingList missing={practice.missing} />
      </Section>
      <SignOffForm
        form={form}
        version={practice.version}
        may={{
          request: may("practice_request_sign_off"),
          sign: canSign,
          sendBack: may("practice_send_back"),
          approve: mayApprove,
        }}
        hints={{ sign: t("check.signHint"), request: t("check.requestHint") }}
        cancel={{ href: list, label: t("edit.back") }}
      />
      {may("practice_archive") ? (
        <ArchiveForm version={practice.version} label={t("check.archive")} hint={t("check.archiveHint")} />
      ) : null}
      {may("practice_restore") ? <RestoreForm form={form} version={practice.version} /> : null}
    </>
  );
}
