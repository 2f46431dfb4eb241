import { useTranslation } from "#app/i18n/words.ts";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink, Figure, Figures, PageTitle, Section } from "#app/ui/index.ts";
import { NetworkNav } from "./parts/network-nav.tsx";
import { QueueTable } from "#app/review/parts/queue-table.tsx";
import type { Route } from "./+types/network.ts";

export const NetworkRolesDocument = graphql(`
  query NetworkRoles {
    viewer {
      networkRoles
    }
  }
`);

export const NetworkDocument = graphql(`
  query Network($coordinates: Boolean!, $locale: String!) {
    networkProgress {
      asOf
      total {
        signatories
        counting
        standings {
          met
          late
          atRisk
          unknown
        }
      }
      pilotsInReview
    }
    reviewQueue(limit: 5) {
      ...QueueItem
    }
    all: reviewQueue(limit: 100) {
      kind
    }
    inventoryQueue {
      id
    }
    recalculationQueue {
      id
    }
    accessions(first: 1, filter: { state: ["interested", "adopting", "application_received"] }) {
      totalCount
    }
    lateCities(limit: 100) @include(if: $coordinates) {
      standing
      pilots {
        health
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { viewer } = await query({ request, context }, NetworkRolesDocument);
  const coordinates = viewer?.networkRoles.some((role) => role !== "reviewer") ?? false;
  return { coordinates, ...(await query({ request, context }, NetworkDocument, { coordinates, locale })) };
}

export default function ShowNetwork({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { coordinates, networkProgress, reviewQueue, all, accessions, lateCities } = loaderData;
  const { inventoryQueue, recalculationQueue } = loaderData;
  const waiting = all.length + inventoryQueue.length + recalculationQueue.length;
  const { asOf, total } = networkProgress;
  const format = useFormats();
  const link = useLink();
  const late = lateCities?.filter(({ standing }) => standing === "late").length ?? 0;
  const silent = lateCities?.flatMap(({ pilots }) => pilots).filter(({ health }) => health === "silent").length ?? 0;
  return (
    <>
      <title>{`${t("network.title")} – Quintet`}</title>
      <PageTitle title={t("network.title")} caption={t("asOf", { date: format.date(asOf) })} lead={t("network.lead")} />
      <NetworkNav current="overview" late={coordinates} />
      <Figures>
        <Figure
          label={t("network.waiting")}
          value={format.number(waiting)}
          source={{ href: link("/network/review"), label: t("nav.review") }}
        />
        {lateCities ? (
          <Figure
            label={t("network.late")}
            value={format.number(late)}
            note={t("network.lateNote", {
              atRisk: format.number(total.standings.atRisk),
              silent: format.number(silent),
              count: silent,
            })}
            source={{ href: link("/network/late"), label: t("nav.late") }}
          />
        ) : null}
        <Figure
          label={t("network.admissions")}
          value={format.number(accessions.totalCount ?? 0)}
          source={{ href: link("/network/accessions"), label: t("nav.accessions") }}
        />
        <Figure
          label={t("counting")}
          value={format.number(total.counting)}
          note={t("network.signatories", { count: total.signatories })}
          source={{ href: link("/progress"), label: t("title") }}
        />
      </Figures>
      <Section title={t("network.next")}>
        <QueueTable items={reviewQueue} today={asOf} />
        {waiting > reviewQueue.length ? (
          <a href={link("/network/review")}>{t("network.whole", { count: waiting })}</a>
        ) : null}
      </Section>
      {coordinates ? (
        <Section title={t("network.doTitle")}>
          <Actions>
            <ButtonLink look="secondary" href={link("/network/accessions/new")}>
              {t("charter:admit.title")}
            </ButtonLink>
            <ButtonLink look="secondary" href={link("/network/late")}>
              {t("nav.late")}
            </ButtonLink>
            <ButtonLink look="secondary" href={link("/progress")}>
              {t("title")}
            </ButtonLink>
          </Actions>
        </Section>
      ) : null}
    </>
  );
}
