import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { yearPath } from "#app/footprint/inventory/address.ts";
import { InventoryReviews } from "#app/footprint/inventory/reviews.tsx";
import { Provenance } from "#app/footprint/inventory/provenance.tsx";
import { ResultView } from "#app/footprint/result/view.tsx";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { ReviewBridge } from "./review/bridge.tsx";
import { inWords, undecided } from "./review/decisions.ts";
import { FootprintDecisionForm } from "./review/footprint-decision.tsx";
import { decideInventory } from "./review/footprint.server.ts";
import { InventoryFacts } from "./review/inventory-facts.tsx";
import { ReviewWarnings } from "./review/warnings.tsx";
import type { Route } from "./+types/review-footprint.ts";

export const ReviewFootprintDocument = graphql(`
  query ReviewFootprint($id: ID!, $locale: String!) {
    inventoryQueue {
      id
    }
    node(id: $id) {
      __typename
      ... on Inventory {
        id
        year
        scope
        revision
        state
        version
        lineCount
        viewerCan
        city {
          slug
          name(locale: $locale)
        }
        result {
          ...ResultView
        }
        bridge {
          ...Bridge
        }
        warnings {
          ...ReviewWarnings
        }
        reviews {
          ...InventoryReviews
        }
        ...InventoryFacts
        ...Provenance
      }
    }
  }
`);

/** The queue is asked for too: whoever may not read it may not judge. */
async function inventoryToReview(args: Route.LoaderArgs | Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { node } = await query(args, ReviewFootprintDocument, { id: args.params.id, locale });
  if (node?.__typename !== "Inventory") throw data({ code: "NOT_FOUND" }, { status: 404 });
  return node;
}

export async function loader(args: Route.LoaderArgs) {
  return { inventory: await inventoryToReview(args) };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { id } = await inventoryToReview(args);
  const form = await readForm(args.request, locale);
  const decision = (["publish_footprint", "footprint_changes"] as const).find((one) => one === form.text("decision"));
  if (!decision) return refill(undecided, form);
  const reasons = { id, version: form.version(), comment: form.optional("comment") };
  const { problem } = outcome(await decideInventory(args, decision === "publish_footprint", reasons));
  return problem
    ? refill(inWords(problem), form)
    : redirect(`${localPath(locale, "/network/review")}?done=${decision}`);
}

export default function ReviewFootprint({ loaderData: { inventory }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const form = useForm(actionData);
  const { city, year, scope, revision, state, viewerCan, reviews } = inventory;
  const title = t("reviewFootprint.title", { city: city.name, year });
  const place = { city: city.slug, year, scope };
  const linesAt = (category?: string) =>
    `${link(yearPath(place, "", { revision: String(revision), category: category ?? null }))}#lines`;
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
        caption={`${t("reviewFootprint.caption")} · ${codes(`inventoryState.${state}`)} · ${codes(`inventoryScope.${scope}`)}`}
      >
        <a href={linesAt()}>{t("reviewFootprint.lines", { count: inventory.lineCount })}</a>
      </PageTitle>
      {state === "submitted" ? null : <Notice>{t("review.notWaiting")}</Notice>}
      <InventoryFacts inventory={inventory} />
      <Section title={t("reviewFootprint.changes")}>
        <ReviewBridge bridge={inventory.bridge} />
      </Section>
      <Section title={t("reviewFootprint.warnings")} intro={t("reviewFootprint.warningsIntro")}>
        <ReviewWarnings warnings={inventory.warnings} linesAt={linesAt} />
      </Section>
      <ResultView result={inventory.result} hrefOf={linesAt} />
      <Section title={t("reviewFootprint.basis")}>
        <Provenance inventory={inventory} />
      </Section>
      <Section title={t("review.earlier")}>
        {reviews.length > 0 ? <InventoryReviews reviews={reviews} /> : <p>{t("review.noneEarlier")}</p>}
      </Section>
      <FootprintDecisionForm
        form={form}
        version={inventory.version}
        choices={[
          ...(viewerCan.includes("footprint_publish") ? (["publish_footprint"] as const) : []),
          ...(viewerCan.includes("footprint_request_changes") ? (["footprint_changes"] as const) : []),
        ]}
      />
    </>
  );
}
