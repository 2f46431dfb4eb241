import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { BaselineFacts } from "#app/footprint/baseline/facts.tsx";
import { useMass } from "#app/footprint/result/mass.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Figure, Figures, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { inWords, undecided } from "./review/decisions.ts";
import { FootprintDecisionForm } from "./review/footprint-decision.tsx";
import { decideRecalculation } from "./review/footprint.server.ts";
import type { Route } from "./+types/review-recalculation.ts";

export const ReviewRecalculationDocument = graphql(`
  query ReviewRecalculation($id: ID!, $locale: String!) {
    recalculationQueue {
      id
    }
    node(id: $id) {
      __typename
      ... on Baseline {
        ...BaselineFacts
        id
        state
        reason
        kg
        changePercent
        thresholdPercent
        viewerCan
        city {
          slug
          name(locale: $locale)
          footprint {
            baseline {
              ...BaselineFacts
              kg
            }
          }
        }
      }
    }
  }
`);

/** The queue is asked for too: whoever may not read it may not judge. */
async function recalculationToReview(args: Route.LoaderArgs | Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { node } = await query(args, ReviewRecalculationDocument, { id: args.params.id, locale });
  if (node?.__typename !== "Baseline") throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { city, ...asked } = node;
  return { asked, city: { slug: city.slug, name: city.name }, current: city.footprint.baseline };
}

export async function loader(args: Route.LoaderArgs) {
  return recalculationToReview(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { asked } = await recalculationToReview(args);
  const form = await readForm(args.request, locale);
  const choices = ["approve_recalculation", "refuse_recalculation"] as const;
  const decision = choices.find((one) => one === form.text("decision"));
  if (!decision) return refill(undecided, form);
  const reasons = { id: asked.id, comment: form.optional("comment") };
  const { problem } = outcome(await decideRecalculation(args, decision === "approve_recalculation", reasons));
  return problem
    ? refill(inWords(problem), form)
    : redirect(`${localPath(locale, "/network/review")}?done=${decision}`);
}

export default function ReviewRecalculation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { asked, current, city } = loaderData;
  const mass = useMass();
  const link = useLink();
  const form = useForm(actionData);
  const title = t("reviewRecalculation.title", { city: city.name });
  const open = asked.state === "proposed";
  const may = (action: (typeof asked.viewerCan)[number]) => asked.viewerCan.includes(action);
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/network"), label: t("network.title") },
          { href: link("/network/review"), label: t("queue.title") },
          { label: title },
        ]}
      />
      <PageTitle
        title={title}
        caption={`${t("reviewRecalculation.caption")} · ${codes(`baselineState.${asked.state}`)}`}
      >
        <a href={link(`/cities/${city.slug}/footprint/baseline`)}>{t("reviewRecalculation.history")}</a>
      </PageTitle>
      {open ? (
        <Figures>
          <Figure label={t("footprint:baseline.current")} value={current ? mass.total(current.kg) : null} />
          <Figure label={t("reviewRecalculation.new")} value={mass.total(asked.kg)} />
          <Figure
            label={t("footprint:baseline.change")}
            value={asked.changePercent === null ? null : mass.percent(asked.changePercent)}
            note={t("reviewRecalculation.threshold", { threshold: mass.size(asked.thresholdPercent) })}
          />
        </Figures>
      ) : (
        <Notice>{t("review.notWaiting")}</Notice>
      )}
      <Section title={t("reviewRecalculation.asked")}>
        {asked.reason ? <p>{t(`reviewRecalculation.check.${asked.reason}`)}</p> : null}
        <BaselineFacts baseline={asked} city={city.slug} />
      </Section>
      {open && current ? (
        <Section title={t("footprint:baseline.current")}>
          <BaselineFacts baseline={current} city={city.slug} />
        </Section>
      ) : null}
      <FootprintDecisionForm
        form={form}
        choices={[
          ...(may("footprint_approve_recalculation") ? (["approve_recalculation"] as const) : []),
          ...(may("footprint_refuse_recalculation") ? (["refuse_recalculation"] as const) : []),
        ]}
      />
    </>
  );
}
