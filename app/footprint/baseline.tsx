import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { servicesContext } from "#app/context.ts";
import { atFields } from "#app/charter/accession/find.server.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { type FormState, useForm } from "#app/i18n/use-form.ts";
import {
  Actions,
  ButtonLink,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  Section,
  Select,
  SubmitRow,
  TextArea,
} from "#app/ui/index.ts";
import { BaseYears } from "./baseline/base-years.tsx";
import { BaselineFacts } from "./baseline/facts.tsx";
import { BaselineHistory } from "./baseline/history.tsx";
import { chooseBaseline, cityBaselines, refuseReader } from "./baseline/choose.server.ts";
import { FootprintCrumbs } from "./inventory/crumbs.tsx";
import { InventedFootprints } from "./result/invented.tsx";
import type { Route } from "./+types/baseline.ts";

export async function loader(args: Route.LoaderArgs) {
  const saved = new URL(args.request.url).searchParams.has("saved");
  return { ...(await cityBaselines(args)), saved, fresh: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, city, footprint } = await cityBaselines(args);
  const form = await readForm(args.request, locale);
  if (!viewer || (!footprint.baseline && !footprint.viewerCan.includes("footprint_choose_baseline")))
    refuseReader(args, viewer);
  const input = {
    inventories: form.texts("inventories"),
    explanation: form.optional("explanation"),
    language: form.text("language") || locale,
  };
  const variables = { cityId: city.id, input, idempotencyKey: form.optional("key") };
  const { problem } = outcome(await chooseBaseline(args, variables));
  return problem
    ? refill(atFields(problem), form)
    : redirect(`${localPath(locale, `/cities/${city.slug}/footprint/baseline`)}?saved`);
}

export default function Baseline({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { city, footprint, saved } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { language: city.language });
  const title = t("codes:yearStatus.baseline");
  const current = footprint.baselines.find(({ state }) => state === "active");
  const may = footprint.viewerCan.includes("footprint_choose_baseline");
  return (
    <>
      <title>{`${form.title(title)} – ${city.name} – Quintet`}</title>
      <FootprintCrumbs city={city} trail={[{ label: title }]} />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} caption={city.name} lead={t("baseline.lead")} />
      <InventedFootprints />
      {saved ? (
        <Notice tone="success" role="status">
          {t("baseline.saved")}
        </Notice>
      ) : null}
      {current ? (
        <Section title={t("baseline.current")}>
          <BaselineFacts baseline={current} city={city.slug} />
        </Section>
      ) : may ? (
        <ChooseForm {...loaderData} form={form} />
      ) : (
        <Notice>{t(loaderData.published.length > 0 ? "baseline.none" : "baseline.noYears")}</Notice>
      )}
      {footprint.viewerCan.includes("footprint_request_recalculation") ? (
        <Actions>
          <ButtonLink look="secondary" href={link(`/cities/${city.slug}/footprint/recalculation`)}>
            {t("baseline.recalculate")}
          </ButtonLink>
        </Actions>
      ) : null}
      {footprint.baselines.length > 0 ? (
        <Section title={t("baseline.history")}>
          <BaselineHistory footprint={footprint} />
        </Section>
      ) : null}
    </>
  );
}

type Data = Pick<Route.ComponentProps["loaderData"], "city" | "published" | "signedYear" | "fresh">;

function ChooseForm({ city, published, signedYear, fresh, form }: Data & { form: FormState }) {
  const { t, i18n } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const near = signedYear !== null && { signed: signedYear, from: signedYear - 2, to: signedYear + 2 };
  return (
    <Section title={t("baseline.chooseTitle")} intro={t("baseline.once")}>
      <Form hidden={{ key: form.key(fresh) }}>
        <BaseYears form={form} years={published} signedYear={signedYear} />
        <p>{near ? t("baseline.window", near) : t("baseline.windowUnknown")}</p>
        <TextArea
          name="explanation"
          label={t("baseline.explanation")}
          mark={common("optional")}
          hint={t("baseline.explanationHint")}
          errors={form.errors("explanation")}
          value={form.value("explanation")}
          maxLength={2000}
        />
        <Select
          name="language"
          label={t("baseline.language")}
          errors={form.errors("language")}
          value={form.value("language")}
          options={languageOptions(i18n.language)}
          width="medium"
        />
        <SubmitRow
          buttons={[{ label: t("baseline.button") }]}
          cancel={{ href: link(`/cities/${city.slug}/footprint`), label: common("action.cancel") }}
        />
      </Form>
    </Section>
  );
}
