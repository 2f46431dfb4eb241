import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions, textLanguages } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import {
  Breadcrumbs,
  ButtonLink,
  Form,
  Notice,
  PageTitle,
  Section,
  Select,
  SubmitRow,
  type TaskItem,
  TaskList,
} from "#app/ui/index.ts";
import { type EditedPractice, practiceToEdit } from "./parts/edit.server.ts";
import { LockedPractice } from "./parts/locked.tsx";
import { OtherLanguages } from "./parts/other-languages.tsx";
import { Reviews } from "#app/review/parts/reviews.tsx";
import { missingOf, stepState, type StepState, steps } from "./parts/steps.ts";
import type { Route } from "./+types/edit.ts";

export const PracticeTasksDocument = graphql(`
  query PracticeTasks($slug: String!) {
    practice(slug: $slug) {
      reviews {
        ...Reviews
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const practice = await practiceToEdit(args);
  const { practice: further } = await query(args, PracticeTasksDocument, { slug: practice.slug });
  return { practice, reviews: further?.reviews ?? [], saved: new URL(args.request.url).searchParams.has("saved") };
}

/** Chooses the language to translate into: an address of its own. */
export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  const language = textLanguages.find((code) => code === form.text("language"));
  return redirect(
    localPath(locale, `/practices/${args.params.slug}/${language ? `translations/${language}` : "edit"}`),
  );
}

const tones = {
  complete: "good",
  incomplete: "busy",
  notStarted: "quiet",
  optional: "quiet",
} as const satisfies Record<StepState, TaskItem["tone"]>;

export default function EditPractice({ loaderData: { practice, reviews, saved } }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const tasks = useTasks(practice);
  const may = (action: (typeof practice.viewerCan)[number]) => practice.viewerCan.includes(action);
  const languages = languageOptions(i18n.language).filter(({ value }) => value !== practice.language);
  const translated = practice.reading.availableLanguages.filter((language) => language !== practice.language);
  const title = t("edit.title");
  return (
    <>
      <title>{`${title} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/practices/${practice.slug}`), label: practice.title, lang: practice.language },
          { label: title },
        ]}
      />
      <PageTitle title={practice.title} lang={practice.language} caption={title} />
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {practice.locked ? <LockedPractice practice={practice} /> : null}
      <Section title={t("edit.tasks")} intro={t("edit.progress", { count: tasks.done, of: tasks.items.length })}>
        <TaskList label={t("edit.tasks")} items={tasks.items} />
        {may("practice_request_sign_off") || may("practice_sign_off") ? (
          <ButtonLink href={link(`/practices/${practice.slug}/check`)}>{t("common:signOff.title")}</ButtonLink>
        ) : null}
      </Section>
      {reviews.length > 0 ? (
        <Section title={t("show.reviews")}>
          <Reviews reviews={reviews} />
        </Section>
      ) : null}
      {may("practice_translate") ? (
        <Section title={t("edit.translations")} intro={t("edit.translationsIntro")}>
          <OtherLanguages
            languages={translated}
            href={(language) => link(`/practices/${practice.slug}/translations/${language}`)}
          />
          <Form label={t("edit.translations")}>
            <Select
              name="language"
              label={common("language")}
              options={languages}
              value={i18n.language === practice.language ? "en" : i18n.language}
            />
            <SubmitRow buttons={[{ label: t("action.translate"), look: "secondary" }]} />
          </Form>
        </Section>
      ) : null}
    </>
  );
}

/** Each step with its state and what it still lacks. */
function useTasks(practice: EditedPractice): { items: TaskItem[]; done: number } {
  const { t } = useTranslation("practice");
  const link = useLink();
  const states = steps.map(({ name }) => stepState(name, practice));
  const items = steps.map(({ name }, index): TaskItem => {
    const state = states[index] ?? "notStarted";
    const lacking = missingOf(name, practice).map((code) => t(`missing.${code}`));
    return {
      title: t(`step.${name}.title`),
      href: practice.locked ? undefined : link(`/practices/${practice.slug}/edit/${name}`),
      status: t(`codes:taskState.${state === "optional" ? "notFilledIn" : state}`),
      tone: tones[state],
      hint: lacking.length > 0 ? t("edit.lacks", { list: lacking.join(", ") }) : undefined,
    };
  });
  return { items, done: states.filter((state) => state === "complete" || state === "optional").length };
}
