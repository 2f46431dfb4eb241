import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { yearPath } from "#app/footprint/inventory/address.ts";
import { Provenance } from "#app/footprint/inventory/provenance.tsx";
import { ResultView } from "#app/footprint/result/view.tsx";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Notice, PageTitle, Section } from "#app/ui/index.ts";
import { ReviewBridge } from "./parts/bridge.tsx";
import { decide } from "./parts/decide.server.ts";
import { DecisionForm } from "./parts/decision-form.tsx";
import { choicesOf } from "./parts/decisions.ts";
import { Interests } from "./parts/interest.tsx";
import { ReviewHead } from "./parts/head.tsx";
import { EarlierSteps } from "./parts/reviews.tsx";
import { SinceThen } from "./parts/since.tsx";
import { InventoryFacts } from "./parts/inventory-facts.tsx";
import { ReviewWarnings } from "./parts/warnings.tsx";
import type { Route } from "./+types/footprint.ts";

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
          ...Interest
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
          ...Reviews
          ...Since
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
  return decide(args, "inventory", await inventoryToReview(args));
}

export default function ReviewFootprint({ loaderData: { inventory }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
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
      <ReviewHead form={form} title={title} here={{ label: title }} />
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
        <EarlierSteps reviews={reviews} />
      </Section>
      <SinceThen reviews={reviews} action="footprint.update" />
      <Interests form={form} cities={[city]} />
      <DecisionForm form={form} version={inventory.version} choices={choicesOf("inventory", viewerCan)} />
    </>
  );
}
