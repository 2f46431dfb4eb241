import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import {
  Actions,
  Breadcrumbs,
  ButtonLink,
  Columns,
  DataTable,
  EmptyState,
  FilterPanel,
  PageTitle,
  StatusTag,
} from "#app/ui/index.ts";
import { NetworkNav } from "#app/report/parts/network-nav.tsx";
import { accessionPath, states, stateTone } from "./accession/states.ts";
import type { Route } from "./+types/accessions.ts";

export const AccessionsDocument = graphql(`
  query Accessions($filter: AccessionFilter, $after: String, $locale: String!) {
    viewer {
      networkRoles
    }
    accessions(first: 25, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          demonstration
          city {
            name(locale: $locale)
            country
          }
          charterVersion {
            code
          }
          signed {
            date
            precision
            notLaterThan
          }
          checklist {
            status
          }
        }
      }
    }
    charterVersions {
      code
    }
  }
`);

type Row = ResultOf<typeof AccessionsDocument>["accessions"]["edges"][number]["node"];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = { state: searchParams.getAll("state"), charterCode: searchParams.getAll("charter") };
  const result = await query({ request, context }, AccessionsDocument, {
    filter,
    after: searchParams.get("after"),
    locale,
  });
  return { ...result, filter };
}

export default function ListAccessions({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { t: report } = useTranslation("report");
  const { accessions, charterVersions, filter, viewer } = loaderData;
  const coordinates = viewer?.networkRoles.some((role) => role !== "reviewer") ?? false;
  const format = useFormats();
  const link = useLink();
  const address = new URLSearchParams([
    ...filter.state.map((code) => ["state", code]),
    ...filter.charterCode.map((code) => ["charter", code]),
  ]);
  const option = (chosen: readonly string[], label: (code: string) => string) => (value: string) => ({
    value,
    label: label(value),
    checked: chosen.includes(value),
  });
  return (
    <>
      <title>{`${t("list.title")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: report("network.title") }, { label: t("list.title") }]}
      />
      <PageTitle title={t("list.title")} lead={t("list.lead", { count: accessions.totalCount ?? 0 })} />
      <NetworkNav current="accessions" late={coordinates} />
      {coordinates ? (
        <Actions>
          <ButtonLink href={link("/network/accessions/new")}>{t("admit.title")}</ButtonLink>
        </Actions>
      ) : null}
      <Columns
        sideFirst
        sideLabel={t("list.filters")}
        side={
          <FilterPanel
            action={link("/network/accessions")}
            label={t("list.filters")}
            button={common("action.apply")}
            clear={{ href: link("/network/accessions"), label: common("action.clear") }}
            groups={[
              {
                name: "state",
                title: t("list.state"),
                options: states.map(option(filter.state, (code) => codes(`accessionState.${code}`))),
              },
              {
                name: "charter",
                title: t("list.charter"),
                options: charterVersions
                  .map(({ code }) => code)
                  .map(option(filter.charterCode, (code) => codes(`charterVersion.${code}`))),
              },
            ]}
          />
        }
      >
        {accessions.edges.length === 0 ? <EmptyState title={t("list.empty")}>{t("list.emptyHelp")}</EmptyState> : null}
        <DataTable<Row>
          caption={t("list.title")}
          captionHidden
          narrow="stack"
          rows={accessions.edges.map(({ node }) => node)}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "city",
              header: t("codes:kind.city"),
              rowHeader: true,
              cell: (row) => <a href={link(accessionPath(row.id))}>{row.city.name}</a>,
            },
            { key: "country", header: t("list.country"), cell: (row) => format.country(row.city.country) },
            {
              key: "charter",
              header: t("list.charter"),
              cell: (row) => codes(`charterVersion.${row.charterVersion.code}`),
            },
            {
              key: "state",
              header: t("list.state"),
              cell: (row) => <StatusTag tone={stateTone(row.state)}>{codes(`accessionState.${row.state}`)}</StatusTag>,
            },
            {
              key: "signed",
              header: t("field.signed"),
              cell: (row) => format.date(row.signed.date, row.signed.precision) ?? common("notKnown"),
            },
            { key: "open", header: t("list.open"), cell: openSteps },
          ]}
        />
        {accessions.pageInfo.hasNextPage ? (
          <a href={`?${address}&after=${encodeURIComponent(accessions.pageInfo.endCursor ?? "")}`}>
            {common("pagination.next")}
          </a>
        ) : null}
      </Columns>
    </>
  );

  function openSteps({ checklist }: Row) {
    const open = checklist.filter(({ status }) => status !== "done").length;
    return open === 0 ? common("none") : t("list.openOf", { open, all: checklist.length });
  }
}
