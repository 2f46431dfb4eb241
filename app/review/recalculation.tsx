import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { BaselineFacts } from "#app/footprint/baseline/facts.tsx";
import { useMass } from "#app/footprint/result/mass.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Figure, Figures, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { decide } from "./parts/decide.server.ts";
import { DecisionForm } from "./parts/decision-form.tsx";
import { choicesOf } from "./parts/decisions.ts";
import { Interests } from "./parts/interest.tsx";
import { ReviewHead } from "./parts/head.tsx";
import { EarlierSteps } from "./parts/reviews.tsx";
import { SinceThen } from "./parts/since.tsx";
import type { Route } from "./+types/recalculation.ts";

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
        reviews {
          ...Reviews
          ...Since
        }
        city {
          ...Interest
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
  const { footprint, ...about } = city;
  return { asked, city: about, current: footprint.baseline };
}

export async function loader(args: Route.LoaderArgs) {
  return recalculationToReview(args);
}

export async function action(args: Route.ActionArgs) {
  return decide(args, "baseline", (await recalculationToReview(args)).asked);
}

export default function ReviewRecalculation({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { asked, current, city } = loaderData;
  const mass = useMass();
  const link = useLink();
  const form = useForm(actionData);
  const title = t("reviewRecalculation.title", { city: city.name });
  const open = asked.state === "proposed";
  return (
    <>
      <ReviewHead form={form} title={title} here={{ label: title }} />
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
      {asked.reviews.length > 0 ? (
        <Section title={t("review.earlier")}>
          <EarlierSteps reviews={asked.reviews} />
        </Section>
      ) : null}
      <SinceThen reviews={asked.reviews} action="footprint.choose_baseline" />
      <Interests form={form} cities={[city]} />
      <DecisionForm form={form} choices={choicesOf("baseline", asked.viewerCan)} />
    </>
  );
}
