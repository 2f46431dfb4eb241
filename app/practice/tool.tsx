import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, Disclosure, ErrorSummary, Form, Notice, PageTitle, SubmitRow } from "#app/ui/index.ts";
import { LockedPractice } from "./parts/locked.tsx";
import { toolValues, useToolConflict } from "./tool/conflict.ts";
import { ToolFields } from "./tool/fields.tsx";
import { removeTool, saveTool, toolToEdit } from "./tool/tool.server.ts";
import type { Route } from "./+types/tool.ts";

export async function loader(args: Route.LoaderArgs) {
  const loaded = await toolToEdit(args);
  const changed = new URL(args.request.url).searchParams.has("changed");
  return data({ ...loaded, changed, key: crypto.randomUUID() }, { status: loaded.gone ? 404 : 200 });
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { practice, tool, gone } = await toolToEdit(args);
  const form = await readForm(args.request, locale);
  const list = localPath(locale, `/practices/${practice.slug}/edit/tools`);
  if (practice.locked || gone) return refill({ issues: [], conflict: tool?.version ?? practice.version }, form);
  if (tool && form.text("intent") === "remove") {
    const late = await removeTool(args, tool, form);
    return redirect(late ? `${list}/${encodeURIComponent(tool.id)}?changed` : `${list}?removed`);
  }
  const problem = await saveTool(args, practice.id, tool, form);
  return problem ? refill(problem, form) : redirect(`${list}?saved`);
}

export default function EditPracticeTool({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const link = useLink();
  const { practice, tool, gone, changed, key } = loaderData;
  const form = useForm(
    actionData,
    tool
      ? { ...toolValues(tool), version: String(tool.version) }
      : { language: practice.language, licence: "unknown", version: "1" },
  );
  const conflict = useToolConflict(tool, form);
  const list = link(`/practices/${practice.slug}/edit/tools`);
  const title = t(tool ? "tools.change" : "tools.add");
  const asks = !practice.locked && (!gone || actionData !== undefined);
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/practices/${practice.slug}`), label: practice.title, lang: practice.language },
          { href: link(`/practices/${practice.slug}/edit`), label: t("edit.title") },
          { href: list, label: t("step.tools.title") },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("tools.lead")} />
      {practice.locked ? <LockedPractice practice={practice} /> : null}
      {gone || changed ? (
        <Notice tone="warning" role="alert">
          {t(gone ? "tools.gone" : "check.changed")}
        </Notice>
      ) : null}
      {gone && !practice.locked ? null : <ConflictNotice conflict={form.conflict} fields={conflict} />}
      {asks ? (
        <Form
          action={gone ? `${list}/new` : undefined}
          hidden={{ version: form.conflict ?? form.value("version"), key: tool ? null : form.key(key) }}
        >
          <ToolFields form={form} />
          <SubmitRow buttons={[{ label: t("tools.save") }]} cancel={{ href: list, label: t("tools.backToList") }} />
        </Form>
      ) : (
        <p>
          <a href={list}>{t("tools.backToList")}</a>
        </p>
      )}
      {tool && !practice.locked ? (
        <Disclosure summary={t("tools.remove")}>
          <Form hidden={{ version: tool.version }} label={t("tools.remove")}>
            <p>{t("tools.removeHint")}</p>
            <SubmitRow buttons={[{ label: t("tools.remove"), name: "intent", value: "remove", look: "danger" }]} />
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
