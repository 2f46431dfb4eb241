import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  Disclosure,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  Section,
  SubmitRow,
  TextArea,
} from "#app/ui/index.ts";
import { CheckAnswers, stepAnchor } from "./parts/answers.tsx";
import { practiceToEdit } from "./parts/edit.server.ts";
import { LockedNotice } from "./parts/locked.tsx";
import { MissingList } from "./parts/missing.tsx";
import { movePractice } from "./parts/moves.server.ts";
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
  const problem = await movePractice(args, intent, {
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
  const canRequest = may("practice_request_sign_off");
  const canSign = may("practice_sign_off");
  const list = link(`/practices/${practice.slug}/edit`);
  const title = t("common:signOff.title");
  const errors = form.summary.errors.map(({ field, text }) => ({
    text,
    field: field === "comment" ? field : stepAnchor(field),
  }));
  const buttons = canSign
    ? [
        { label: t("common:signOff.sign"), name: "intent", value: "sign" },
        { label: t("common:signOff.sendBack"), name: "intent", value: "sendBack" },
      ]
    : [
        {
          label: t(mayApprove ? "common:signOff.sign" : "common:signOff.request"),
          name: "intent",
          value: mayApprove ? "requestAndSign" : "request",
        },
      ];
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
      {practice.locked ? <LockedNotice practice={practice} /> : null}
      <CheckAnswers practice={practice} />
      <Section title={t("check.missing")}>
        <MissingList missing={practice.missing} />
      </Section>
      {canRequest || canSign ? (
        <Form hidden={{ version: practice.version }}>
          {canSign ? (
            <TextArea
              name="comment"
              label={t("check.comment")}
              errors={form.errors("comment")}
              value={form.value("comment")}
              hint={t("check.commentHint")}
              mark={common("optional")}
              maxLength={4000}
            />
          ) : null}
          <p>{t(canSign || mayApprove ? "check.signHint" : "check.requestHint")}</p>
          <SubmitRow buttons={buttons} cancel={{ href: list, label: t("edit.back") }} />
        </Form>
      ) : null}
      {may("practice_archive") ? (
        <Disclosure summary={t("check.archive")}>
          <Form label={t("check.archive")} hidden={{ version: practice.version }}>
            <p>{t("check.archiveHint")}</p>
            <SubmitRow buttons={[{ label: t("check.archive"), name: "intent", value: "archive", look: "danger" }]} />
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
