import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { atFields } from "#app/charter/accession/find.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ErrorSummary, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { PERIMETERS, RECALCULATION_REASONS, TENURES } from "#graphql/footprint/rules.ts";
import { BaselineFacts } from "./baseline/facts.tsx";
import { cityBaselines, refuseReader } from "./baseline/choose.server.ts";
import { FootprintCrumbs } from "./inventory/crumbs.tsx";
import { useMass } from "./result/mass.ts";
import { OpenRequest, RecalculationForm } from "./baseline/recalculation-form.tsx";
import { localFigures, requestRecalculation } from "./baseline/recalculation.server.ts";
import { takeStep } from "#app/review/parts/step.server.ts";
import type { Route } from "./+types/recalculation.ts";

/** For the city's people who ask for it, and those who see that it was asked for. */
async function found(args: Route.LoaderArgs | Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { published, ...rest } = await cityBaselines(args);
  const { baselines, viewerCan } = rest.footprint;
  const current = baselines.find(({ state }) => state === "active") ?? null;
  const proposed = baselines.find(({ state }) => state === "proposed") ?? null;
  const mayAsk = viewerCan.includes("footprint_request_recalculation");
  const isOfCity = viewerCan.includes("footprint_start");
  if (!mayAsk && !(isOfCity && (proposed || !current))) refuseReader(args, rest.viewer);
  if (!current) throw redirect(localPath(locale, `/cities/${rest.city.slug}/footprint/baseline`));
  return { ...rest, years: published, current, proposed };
}

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const done = (["sent", "withdrawn"] as const).find((flag) => searchParams.has(flag)) ?? null;
  return { ...(await found(args)), done, fresh: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { city, proposed } = await found(args);
  const form = await readForm(args.request, locale);
  const page = localPath(locale, `/cities/${city.slug}/footprint/recalculation`);
  if (form.text("intent") === "withdraw" && proposed) {
    await takeStep(args, "baseline", "withdraw", { id: proposed.id, version: form.version() });
    return redirect(`${page}?withdrawn`);
  }
  const reason = RECALCULATION_REASONS.find((code) => code === form.text("reason"));
  if (!reason) return refill({ conflict: null, issues: [{ path: "reason", code: "reason_needed", params: {} }] }, form);
  const input = {
    reason,
    inventories: form.texts("inventories"),
    factorSet: form.optional("factorSet"),
    adjustmentKg: form.decimal("adjustmentKg"),
    perimeters: PERIMETERS.administration.filter((code) => form.texts("perimeters").includes(code)),
    tenures: TENURES.filter((code) => form.texts("tenures").includes(code)),
    explanation: form.text("explanation"),
    language: form.text("language") || locale,
  };
  const variables = { cityId: city.id, input, idempotencyKey: form.optional("key") };
  const { problem } = outcome(await requestRecalculation(args, variables));
  return problem ? refill(localFigures(atFields(problem), locale), form) : redirect(`${page}?sent`);
}

export default function Recalculation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { city, current, proposed, footprint, done } = loaderData;
  const mass = useMass();
  const form = useForm(actionData, {
    language: city.language,
    factorSet: current.factorSet.code,
    inventories: current.years.map(({ id }) => id),
  });
  const title = t("recalculation.title");
  const threshold = mass.size(footprint.plan.thresholdPercent);
  return (
    <>
      <title>{`${form.title(title)} – ${city.name} – Quintet`}</title>
      <FootprintCrumbs
        city={city}
        trail={[
          { href: `/cities/${city.slug}/footprint/baseline`, label: t("codes:yearStatus.baseline") },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} caption={city.name} lead={t("recalculation.lead")} />
      {done ? (
        <Notice tone="success" role="status">
          {t(`recalculation.done.${done}`)}
        </Notice>
      ) : null}
      {proposed ? (
        <OpenRequest
          baseline={proposed}
          city={city.slug}
          mayWithdraw={proposed.viewerCan.includes("footprint_withdraw_recalculation")}
        />
      ) : (
        <>
          <Notice title={t("recalculation.threshold", { threshold })}>
            <p>{t("recalculation.thresholdText")}</p>
          </Notice>
          <RecalculationForm form={form} {...loaderData} />
        </>
      )}
      <Section title={t("baseline.current")}>
        <BaselineFacts baseline={current} city={city.slug} />
      </Section>
    </>
  );
}
