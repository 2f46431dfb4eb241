import { useTranslation } from "react-i18next";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs, Notice, PageTitle } from "#app/ui/index.ts";
import { type Decision, decisions } from "./decisions.ts";
import { NetworkNav } from "./network-nav.tsx";
import { QueueItemFragment, QueueTable } from "./queue-table.tsx";
import type { Route } from "./+types/queue.ts";

export const QueueDocument = graphql(
  `
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
    }
  `,
  [QueueItemFragment],
);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const result = await query({ request, context }, QueueDocument, { locale });
  const done = new URL(request.url).searchParams.get("done");
  return { ...result, done: decisions.find((decision) => decision === done) ?? null };
}

export default function ShowQueue({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { viewer, networkProgress, reviewQueue, done } = loaderData;
  const link = useLink();
  const coordinates = viewer?.networkRoles.some((role) => role !== "reviewer") ?? false;
  return (
    <>
      <title>{`${t("queue.title")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: t("network.title") }, { label: t("queue.title") }]}
      />
      <PageTitle title={t("queue.title")} lead={t("queue.lead", { count: reviewQueue.length })} />
      {done ? <DoneNotice decision={done} /> : null}
      <NetworkNav current="review" late={coordinates} />
      <QueueTable items={reviewQueue} today={networkProgress.asOf} />
    </>
  );
}

function DoneNotice({ decision }: { decision: Decision }) {
  const { t } = useTranslation("report");
  return (
    <Notice tone="success" role="status">
      {t(`queue.done.${decision}`)}
    </Notice>
  );
}
