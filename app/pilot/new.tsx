import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  Radios,
  Select,
  SubmitRow,
  TextField,
} from "#app/ui/index.ts";
import type { Route } from "./+types/new.ts";

export const NewPilotDocument = graphql(`
  query NewPilot($slug: String!, $locale: String!) {
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      language
      viewerCan
      slots {
        slot
        state
      }
    }
    viewer {
      id
    }
  }
`);

export const CreatePilotDocument = graphql(`
  mutation CreatePilot($cityId: ID!, $slot: Int!, $title: String!, $language: String!, $idempotencyKey: String) {
    createPilot(cityId: $cityId, slot: $slot, title: $title, language: $language, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

async function cityOf(args: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = args.context.get(servicesContext);
  const { city, viewer } = await query(args, NewPilotDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (city.viewerCan.includes("pilot_create")) return city;
  if (viewer) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const { pathname, search } = new URL(args.request.url);
  throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
}

export async function loader(args: Route.LoaderArgs) {
  const slot = new URL(args.request.url).searchParams.get("slot");
  return { city: await cityOf(args), slot, key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const city = await cityOf(args);
  const form = await readForm(args.request, locale);
  const input = {
    cityId: city.id,
    slot: form.whole("slot") ?? 0,
    title: form.text("title"),
    language: form.text("language"),
    idempotencyKey: form.optional("key"),
  };
  const { done, problem } = outcome((await mutate(args, CreatePilotDocument, input)).createPilot);
  return problem ? refill(problem, form) : redirect(localPath(locale, `/pilots/${done.slug}/edit/about`));
}

export default function NewPilot({ loaderData: { city, slot, key }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const free = city.slots.filter(({ state }) => state === "empty").map((place) => String(place.slot));
  const form = useForm(actionData, { language: city.language, slot: slot && free.includes(slot) ? slot : free[0] });
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
      {free.length === 0 ? (
        <Notice tone="info">{t("new.noSlot")}</Notice>
      ) : (
        <Form hidden={{ key: form.key(key) }}>
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
          <Radios
            {...field("slot")}
            label={t("field.slot")}
            inline
            options={free.map((value) => ({ value, label: common("slots.slot", { number: value }) }))}
          />
          <SubmitRow
            buttons={[{ label: common("action.saveAndContinue") }]}
            cancel={{ href: link(`/cities/${city.slug}`), label: common("action.cancel") }}
          />
        </Form>
      )}
    </>
  );
}
