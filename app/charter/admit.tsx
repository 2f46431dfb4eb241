import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, DateField, ErrorSummary, Form, PageTitle, SearchBox, Select, SubmitRow } from "#app/ui/index.ts";
import { KnownCities } from "./accession/admit-known.tsx";
import { NewCityFields } from "./accession/admit-new.tsx";
import { cityTypes } from "./accession/countries.ts";
import { atFields } from "./accession/find.server.ts";
import { accessionPath } from "./accession/states.ts";
import type { Route } from "./+types/admit.ts";

export const AdmitPageDocument = graphql(`
  query AdmitPage($slug: String!, $name: String!, $locale: String!) {
    accessions(first: 1) {
      edges {
        node {
          id
        }
      }
    }
    charterVersions {
      code
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      viewerCan
      accessions {
        charterVersion {
          code
        }
      }
    }
    cities(first: 20, filter: { name: $name }) {
      totalCount
      edges {
        node {
          id
          slug
          name(locale: $locale)
          country
          standing
        }
      }
    }
  }
`);

export const AdmitCityDocument = graphql(`
  mutation AdmitCity($cityId: ID, $input: AdmitCityInput!, $idempotencyKey: String) {
    admitCity(cityId: $cityId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Accession {
        id
      }
    }
  }
`);

/** The name is asked first: a city that the network knows already must not be entered twice. */
async function stepOf({ request, context }: Pick<Route.LoaderArgs, "request" | "context">) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const [slug, name] = [searchParams.get("city") ?? "", searchParams.get("name")?.trim() ?? ""];
  const answer = await query({ request, context }, AdmitPageDocument, { slug, name, locale });
  if (slug && !answer.city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (answer.city && !answer.city.viewerCan.includes("accession_admit"))
    throw data({ code: "FORBIDDEN" }, { status: 403 });
  const signed = new Set(answer.city?.accessions.map(({ charterVersion }) => charterVersion.code));
  const known = name && !searchParams.has("new") ? answer.cities.edges.map(({ node }) => node) : [];
  return {
    name,
    city: answer.city,
    texts: answer.charterVersions.map(({ code }) => code).filter((code) => !signed.has(code)),
    known,
    step: slug || (name && known.length === 0) ? ("form" as const) : name ? ("known" as const) : ("name" as const),
  };
}

export async function loader(args: Route.LoaderArgs) {
  return { ...(await stepOf(args)), key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { city } = await stepOf(args);
  const form = await readForm(args.request, locale);
  const degrees = (name: string) => (form.decimal(name) === null ? null : Number(form.decimal(name)));
  const type = cityTypes.find((known) => known === form.text("city.type")) ?? "commune";
  const newCity = {
    name: form.text("city.name"),
    country: form.text("city.country"),
    type,
    language: form.text("city.language"),
    namesake: form.flag("city.namesake"),
    population: form.whole("city.population"),
    populationYear: form.whole("city.populationYear"),
    populationSource: form.optional("city.populationSource"),
    latitude: degrees("city.latitude"),
    longitude: degrees("city.longitude"),
  };
  const input = {
    city: city ? null : newCity,
    charterVersionCode: form.text("charterVersionCode"),
    interestedOn: form.day("interestedOn"),
  };
  const bad = (["latitude", "longitude"] as const).filter((name) => Number.isNaN(newCity[name]));
  if (!city && bad.length > 0) {
    const issues = bad.map((name) => ({ path: `city.${name}`, code: "number", params: {} }));
    return refill({ issues, conflict: null }, form);
  }
  const variables = { cityId: city?.id, input, idempotencyKey: form.optional("key") };
  const { admitCity } = await mutate(args, AdmitCityDocument, variables);
  const { done, problem } = outcome(admitCity);
  if (problem) return refill(atFields(problem), form);
  return redirect(`${localPath(locale, accessionPath(done.id))}?saved`);
}

export default function AdmitCity({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { name, city, texts, known, step, key } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { charterVersionCode: texts.at(-1), "city.name": name, "city.type": "commune" });
  const title = city ? t("admit.titleNewer", { name: city.name }) : t("admit.title");
  const labels = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  const here = link("/network/accessions/new");
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network/accessions"), label: t("list.title") }, { label: title }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={step === "name" ? t("admit.lead") : undefined} />
      {step === "name" ? (
        <SearchBox
          action={here}
          name="name"
          label={t("admit.name")}
          hint={t("admit.whichHint")}
          button={t("admit.continue")}
        />
      ) : null}
      {step === "known" ? <KnownCities cities={known} name={name} /> : null}
      {step === "form" && texts.length === 0 ? <p>{t("admit.allTexts")}</p> : null}
      {step === "form" && texts.length > 0 ? (
        <Form hidden={{ key: form.key(key) }}>
          {city ? null : <NewCityFields form={form} />}
          <Select
            name="charterVersionCode"
            label={t("admit.text")}
            errors={form.errors("charterVersionCode")}
            options={texts.map((value) => ({ value, label: codes(`charterVersion.${value}`) }))}
            value={form.value("charterVersionCode")}
          />
          <DateField
            name="interestedOn"
            label={t("field.interestedOn")}
            errors={form.errors("interestedOn")}
            labels={labels}
            value={form.date("interestedOn")}
            mark={common("optional")}
          />
          <SubmitRow
            buttons={[{ label: t("admit.button") }]}
            cancel={{ href: link("/network/accessions"), label: common("action.cancel") }}
          />
        </Form>
      ) : null}
    </>
  );
}
