import { useTranslation } from "#app/i18n/words.ts";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { type Decision, decisionWords } from "./parts/decisions.ts";
import { NetworkNav } from "#app/report/parts/network-nav.tsx";
import { QueueInventories, QueueRecalculations } from "./parts/queue-footprints.tsx";
import { NextInQueue, QueueTable } from "./parts/queue-table.tsx";
import type { Route } from "./+types/queue.ts";

export const QueueDocument = graphql(`
  query Queue($locale: String!) {
    viewer {
      networkRoles
    }
    networkProgress {
      asOf
    }
    reviewQueue(limit: 50) {
      ...QueueItem
    }
    inventoryQueue {
      ...QueueInventory
    }
    recalculationQueue {
      ...QueueRecalculation
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const result = await query({ request, context }, QueueDocument, { locale });
  const done = new URL(request.url).searchParams.get("done");
  const known = decisionWords.find((words) => words === done) ?? null;
  return { ...result, done: known };
}

export default function ShowQueue({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { viewer, networkProgress, reviewQueue, inventoryQueue, recalculationQueue, done } = loaderData;
  const link = useLink();
  const coordinates = viewer?.networkRoles.some((role) => role !== "reviewer") ?? false;
  const today = networkProgress.asOf;
  const count = reviewQueue.length + inventoryQueue.length + recalculationQueue.length;
  return (
    <>
      <title>{`${t("queue.title")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: t("network.title") }, { label: t("queue.title") }]}
      />
      <PageTitle title={t("queue.title")} lead={t("queue.lead", { count })} />
      {done ? (
        <>
          <DoneNotice decision={done} />
          <NextInQueue items={reviewQueue} />
        </>
      ) : null}
      <NetworkNav current="review" late={coordinates} />
      <Section title={t("queue.counted", { title: t("queue.pilots"), number: reviewQueue.length })}>
        <QueueTable items={reviewQueue} today={today} />
      </Section>
      <Section
        id="footprints"
        title={t("queue.counted", { title: t("queue.footprints"), number: inventoryQueue.length })}
      >
        <QueueInventories items={inventoryQueue} today={today} />
      </Section>
      <Section
        id="recalculations"
        title={t("queue.counted", { title: t("queue.recalculations"), number: recalculationQueue.length })}
      >
        <QueueRecalculations items={recalculationQueue} today={today} />
      </Section>
    </>
  );
}

function DoneNotice({ decision }: { decision: Decision["words"] }) {
  const { t } = useTranslation("report");
  return (
    <Notice tone="success" role="status">
      {t(`queue.done.${decision}`)}
    </Notice>
  );
}
