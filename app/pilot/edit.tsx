import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions, textLanguages } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  ButtonLink,
  Form,
  Notice,
  PageTitle,
  Section,
  Select,
  SubmitRow,
  TaskList,
  ErrorSummary,
} from "#app/ui/index.ts";
import { pilotToEdit } from "./parts/edit.server.ts";
import { LockedPilot } from "./parts/locked.tsx";
import { Reviews } from "#app/review/parts/reviews.tsx";
import { ArchiveForm, RestoreForm } from "#app/review/parts/sign-off-form.tsx";
import { followButton } from "#app/review/parts/step.server.ts";
import { useTasks } from "./parts/tasks.ts";
import type { Route } from "./+types/edit.ts";

export const PilotTasksDocument = graphql(`
  query PilotTasks($slug: String!) {
    pilot(slug: $slug) {
      entries {
        id
      }
      results {
        id
      }
      reviews {
        ...Reviews
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const pilot = await pilotToEdit(args);
  const further = await query(args, PilotTasksDocument, { slug: pilot.slug });
  const reviews = further.pilot?.reviews ?? [];
  const counts = { entries: further.pilot?.entries.length ?? 0, results: further.pilot?.results.length ?? 0 };
  return { pilot, counts, reviews, saved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToEdit(args);
  const form = await readForm(args.request, locale);
  const language = textLanguages.find((code) => code === form.text("language"));
  if (form.text("intent") === "translate" && language) {
    return redirect(localPath(locale, `/pilots/${pilot.slug}/translations/${language}`));
  }
  const intent = ["archive", "restore"].find((button) => button === form.text("intent")) ?? "none";
  const said = { id: pilot.id, version: form.version(), comment: form.optional("comment") };
  const problem = await followButton(args, "pilot", intent, said);
  return problem ? refill(problem, form) : redirect(localPath(locale, `/pilots/${pilot.slug}?saved`));
}

export default function EditPilot({ loaderData: { pilot, counts, reviews, saved }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const tasks = useTasks(pilot, counts);
  const title = t("edit.title");
  const form = useForm(actionData);
  const may = (action: (typeof pilot.viewerCan)[number]) => pilot.viewerCan.includes(action);
  const languages = languageOptions(i18n.language).filter(({ value }) => value !== pilot.language);
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language }, { label: title }]}
      />
      <PageTitle title={pilot.title} lang={pilot.language} caption={title} />
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {pilot.locked ? <LockedPilot pilot={pilot} /> : null}
      <Section title={t("edit.tasks")} intro={t("edit.progress", { count: tasks.done, of: tasks.of })}>
        <TaskList label={t("edit.tasks")} items={tasks.items} />
        {may("pilot_request_sign_off") || may("pilot_sign_off") ? (
          <ButtonLink href={link(`/pilots/${pilot.slug}/check`)}>{t("common:signOff.title")}</ButtonLink>
        ) : null}
      </Section>
      {reviews.length > 0 ? (
        <Section title={t("show.reviews")}>
          <Reviews reviews={reviews} />
        </Section>
      ) : null}
      {may("pilot_log") ? (
        <Section title={t("edit.translations")} intro={t("edit.translationsIntro")}>
          <Form label={t("edit.translations")}>
            <Select
              name="language"
              label={common("language")}
              options={languages}
              value={i18n.language === pilot.language ? "en" : i18n.language}
            />
            <SubmitRow
              buttons={[{ label: t("edit.translate"), name: "intent", value: "translate", look: "secondary" }]}
            />
          </Form>
        </Section>
      ) : null}
      {may("pilot_invite_city") ? (
        <p>
          <a href={link(`/pilots/${pilot.slug}/sharing`)}>{t("action.sharing")}</a>
        </p>
      ) : null}
      {may("pilot_archive") && !pilot.locked ? (
        <ArchiveForm version={pilot.version} label={t("edit.archive")} hint={t("edit.archiveHint")} />
      ) : null}
      {may("pilot_restore") ? <RestoreForm form={form} version={pilot.version} /> : null}
    </>
  );
}
