import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ErrorSummary, Form, Notice, NumberField, PageTitle, Radios, SubmitRow } from "#app/ui/index.ts";
import { PATH_FORMS } from "#graphql/footprint/rules.ts";
import { refuseReader } from "./baseline/choose.server.ts";
import { FootprintCrumbs } from "./inventory/crumbs.tsx";
import type { Route } from "./+types/plan.ts";

export const FootprintPlanDocument = graphql(`
  query FootprintPlan($slug: String!, $locale: String!) {
    viewer {
      id
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      footprint {
        viewerCan
        plan {
          thresholdPercent
          path
          version
        }
      }
    }
  }
`);

export const UpdateFootprintPlanDocument = graphql(`
  mutation UpdateFootprintPlan($cityId: ID!, $input: FootprintPlanInput!) {
    updateFootprintPlan(cityId: $cityId, input: $input) {
      __typename
      ...Refusal
    }
  }
`);

async function found(args: Route.LoaderArgs | Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, city } = await query(args, FootprintPlanDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { viewerCan, plan } = city.footprint;
  if (!viewerCan.includes("footprint_plan")) refuseReader(args, viewer);
  return { city: { id: city.id, slug: city.slug, name: city.name }, plan };
}

export async function loader(args: Route.LoaderArgs) {
  return { ...(await found(args)), saved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { city } = await found(args);
  const form = await readForm(args.request, locale);
  const input = {
    version: form.version(),
    thresholdPercent: form.decimal("thresholdPercent") ?? "",
    path: PATH_FORMS.find((code) => code === form.text("path")) ?? "linear",
  };
  const { updateFootprintPlan } = await mutate(args, UpdateFootprintPlanDocument, { cityId: city.id, input });
  const { problem } = outcome(updateFootprintPlan);
  const page = localPath(locale, `/cities/${city.slug}/footprint/plan`);
  return problem ? refill(problem, form) : redirect(`${page}?saved`);
}

export default function Plan({ loaderData: { city, plan, saved }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const threshold = format.number(plan.thresholdPercent);
  const form = useForm(actionData, { thresholdPercent: threshold, path: plan.path });
  const title = t("plan.title");
  const pathOf = (code: string) => (code ? codes(`pathForm.${code}`) : "");
  return (
    <>
      <title>{`${form.title(title)} – ${city.name} – Quintet`}</title>
      <FootprintCrumbs city={city} trail={[{ label: title }]} />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} caption={city.name} lead={t("plan.lead")} />
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      <ConflictNotice
        conflict={form.conflict}
        fields={[
          { label: t("plan.threshold"), mine: form.value("thresholdPercent"), theirs: threshold },
          { label: t("plan.path"), mine: pathOf(form.value("path")), theirs: pathOf(plan.path) },
        ]}
      />
      <Form hidden={{ version: form.conflict ?? plan.version }}>
        <NumberField
          name="thresholdPercent"
          label={t("plan.threshold")}
          hint={t("plan.thresholdHint")}
          errors={form.errors("thresholdPercent")}
          value={form.value("thresholdPercent")}
          unit="%"
        />
        <Radios
          name="path"
          label={t("plan.path")}
          hint={t("plan.pathHint")}
          errors={form.errors("path")}
          value={form.value("path")}
          options={PATH_FORMS.map((code) => ({ value: code, label: pathOf(code), hint: t(`plan.formula.${code}`) }))}
        />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(`/cities/${city.slug}/footprint`), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
