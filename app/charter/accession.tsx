import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { Actions, Breadcrumbs, ButtonLink, Notice, PageTitle, Section, StatusTag } from "#app/ui/index.ts";
import { CharterClock } from "./parts/clock.tsx";
import { AccessionFacts } from "./accession/facts.tsx";
import { AccessionRecords } from "./accession/records.tsx";
import { Checklist } from "./accession/checklist.tsx";
import { HistoryEntries } from "#app/report/history/entries.tsx";
import { accessionFor } from "./accession/find.server.ts";
import { accessionPath, stateTone } from "./accession/states.ts";
import type { Route } from "./+types/accession.ts";

export const AccessionDocument = graphql(`
  query Accession($id: ID!, $locale: String!) {
    viewer {
      id
    }
    node(id: $id) {
      __typename
      ... on Accession {
        id
        state
        viewerCan
        demonstration
        city {
          slug
          name(locale: $locale)
        }
        charterVersion {
          code
        }
        checklist {
          ...Checklist
        }
        clock {
          ...CharterClock
        }
        ...AccessionFacts
        ...AccessionRecords
        history(first: 20) {
          edges {
            node {
              ...HistoryEntry
            }
          }
        }
      }
    }
  }
`);

export const RemoveCeremonyDocument = graphql(`
  mutation RemoveCeremony($id: ID!) {
    removeCeremony(id: $id) {
      __typename
      ...Refusal
    }
  }
`);

export const RemoveDocumentDocument = graphql(`
  mutation RemoveDocument($id: ID!) {
    removeAccessionDocument(id: $id) {
      __typename
      ...Refusal
    }
  }
`);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const answer = await query({ request, context }, AccessionDocument, { id: params.id, locale });
  const accession = accessionFor({ request, context }, answer, "city_read_drafts");
  const entries = accession.history.edges.map(({ node }) => node);
  return { accession, history: entries, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { locale } = context.get(servicesContext);
  const form = await request.formData();
  const removed = form.get("remove");
  const id = typeof removed === "string" ? removed : "";
  if (form.get("of") === "ceremony")
    outcome((await mutate({ request, context }, RemoveCeremonyDocument, { id })).removeCeremony);
  else outcome((await mutate({ request, context }, RemoveDocumentDocument, { id })).removeAccessionDocument);
  return redirect(`${localPath(locale, accessionPath(params.id))}?saved`);
}

export default function ShowAccession({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { accession, history, saved } = loaderData;
  const link = useLink();
  const { city, charterVersion, viewerCan, state } = accession;
  const may = (right: (typeof viewerCan)[number]) => viewerCan.includes(right);
  const to = (form: string) => link(accessionPath(accession.id, form));
  const crumbs = may("accession_admit") ? [{ href: link("/network/accessions"), label: t("list.title") }] : [];
  return (
    <>
      <title>{`${t("page.title", { name: city.name })} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[...crumbs, { href: link(`/cities/${city.slug}`), label: city.name }, { label: t("page.crumb") }]}
      />
      {saved ? (
        <Notice role="status" tone="success">
          {common("saved")}
        </Notice>
      ) : null}
      <PageTitle caption={codes(`charterVersion.${charterVersion.code}`)} title={t("page.title", { name: city.name })}>
        <StatusTag tone={stateTone(state)}>{codes(`accessionState.${state}`)}</StatusTag>
      </PageTitle>
      {accession.demonstration ? <Notice tone="demonstration">{common("demonstration")}</Notice> : null}
      <Section title={t("page.checklist")}>
        <Checklist items={accession.checklist} />
        <Actions>
          {may("accession_update") ? <ButtonLink href={to("/edit")}>{t("page.edit")}</ButtonLink> : null}
          {may("accession_record_adoption") && !may("accession_update") ? (
            <ButtonLink href={to("/council")}>{t("page.council")}</ButtonLink>
          ) : null}
          {may("accession_withdraw") ? (
            <ButtonLink look="secondary" href={to("/end")}>
              {t("page.end")}
            </ButtonLink>
          ) : null}
          {may("accession_reinstate") ? (
            <ButtonLink look="secondary" href={to("/end")}>
              {t("page.reinstate")}
            </ButtonLink>
          ) : null}
          {may("accession_admit") ? (
            <ButtonLink look="secondary" href={link(`/network/accessions/new?city=${city.slug}`)}>
              {t("page.newerText")}
            </ButtonLink>
          ) : null}
        </Actions>
      </Section>
      <Section title={t("page.facts")}>
        <AccessionFacts accession={accession} to={may("accession_update") ? to : null} />
      </Section>
      <AccessionRecords accession={accession} to={may("accession_update") ? to : null} />
      <Section title={t("page.clock")}>
        <CharterClock hands={accession.clock} />
      </Section>
      <Section title={t("history:title")} id="history">
        <HistoryEntries entries={history} />
        <p>
          <a href={to("/history")}>{t("history:all")}</a>
        </p>
      </Section>
    </>
  );
}
