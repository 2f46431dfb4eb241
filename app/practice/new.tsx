import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { type PostedForm, readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  ErrorSummary,
  Form,
  PageTitle,
  Radios,
  Section,
  Select,
  SubmitRow,
  TextField,
} from "#app/ui/index.ts";
import type { Route } from "./+types/new.ts";

export const NewPracticeDocument = graphql(`
  query NewPractice($slug: String!, $locale: String!) {
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      language
      viewerCan
      pilots {
        id
        title
        language
        state
        practices {
          id
        }
      }
    }
    viewer {
      id
    }
  }
`);

export const CreatePracticeDocument = graphql(`
  mutation CreatePractice($cityId: ID!, $title: String!, $language: String!, $idempotencyKey: String) {
    createPractice(cityId: $cityId, title: $title, language: $language, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Practice {
        slug
      }
    }
  }
`);

export const CreatePracticeFromPilotDocument = graphql(`
  mutation CreatePracticeFromPilot($pilotId: ID!, $idempotencyKey: String) {
    createPracticeFromPilot(pilotId: $pilotId, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Practice {
        slug
      }
    }
  }
`);

async function cityOf(args: Asker & { params: { slug: string } }) {
  const { locale } = args.context.get(servicesContext);
  const { city, viewer } = await query(args, NewPracticeDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (city.viewerCan.includes("practice_create")) return city;
  if (viewer) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const { pathname, search } = new URL(args.request.url);
  throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
}

export async function loader(args: Route.LoaderArgs) {
  const pilot = new URL(args.request.url).searchParams.get("pilot");
  return { city: await cityOf(args), pilot, key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const city = await cityOf(args);
  const form = await readForm(args.request, locale);
  const { done, problem } = await create(args, form, city.id);
  return problem ? refill(problem, form) : redirect(localPath(locale, `/practices/${done.slug}/edit`));
}

async function create(asker: Asker, form: PostedForm, cityId: string) {
  const idempotencyKey = form.optional("key");
  if (form.text("from") !== "pilot") {
    const input = { cityId, title: form.text("title"), language: form.text("language"), idempotencyKey };
    return outcome((await mutate(asker, CreatePracticeDocument, input)).createPractice);
  }
  const pilotId = form.text("pilotId");
  if (!pilotId)
    return { done: null, problem: { conflict: null, issues: [{ path: "pilotId", code: "required", params: {} }] } };
  return outcome(
    (await mutate(asker, CreatePracticeFromPilotDocument, { pilotId, idempotencyKey })).createPracticeFromPilot,
  );
}

export default function NewPractice({ loaderData: { city, pilot, key }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const pilots = city.pilots.filter(({ state }) => state !== "archived");
  const form = useForm(actionData, { language: city.language, pilotId: pilots.find(({ id }) => id === pilot)?.id });
  const cancel = { href: link(`/cities/${city.slug}`), label: common("action.cancel") };
  const title = t("new.title", { city: city.name });
  const field = (name: string) => ({ name, errors: form.errors(name), value: form.value(name) });
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(`/cities/${city.slug}`), label: city.name }, { label: title }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("new.lead")} />
      {pilots.length > 0 ? (
        <Section title={t("new.fromPilot")} intro={t("new.fromPilotHint")}>
          <Form label={t("new.fromPilot")} hidden={{ from: "pilot", key: form.key(key) }}>
            <Radios
              {...field("pilotId")}
              label={t("codes:kind.pilot")}
              options={pilots.map((entry) => ({
                value: entry.id,
                label: <span lang={entry.language}>{entry.title}</span>,
                hint: entry.practices.length > 0 ? t("new.hasPractice", { count: entry.practices.length }) : undefined,
              }))}
            />
            <SubmitRow buttons={[{ label: t("new.begin") }]} cancel={cancel} />
          </Form>
        </Section>
      ) : null}
      <Section title={t("new.fromNothing")} intro={t("new.fromNothingHint")}>
        <Form label={t("new.fromNothing")} hidden={{ from: "nothing", key: form.key(key) }}>
          <TextField
            {...field("title")}
            label={t("field.title")}
            hint={t("hint.title")}
            maxLength={200}
            lang={form.value("language")}
          />
          <Select
            {...field("language")}
            label={t("field.language")}
            hint={t("hint.language")}
            options={languageOptions(i18n.language)}
          />
          <SubmitRow
            buttons={[{ label: t("new.begin"), look: pilots.length > 0 ? "secondary" : "primary" }]}
            cancel={cancel}
          />
        </Form>
      </Section>
    </>
  );
}
