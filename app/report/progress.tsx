import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, Figure, Figures, PageTitle, Section, SlotsMean, SlotsSummary } from "#app/ui/index.ts";
import type { Route } from "./+types/progress.ts";
import { FootprintStandings } from "./footprint/standings.tsx";
import { SignatoryCount, signatoryDay } from "./parts/signatory-count.tsx";

export const ProgressDocument = graphql(`
  query Progress($on: Date!) {
    signatoryCount(on: $on) {
      certain
      possible
    }
    networkProgress {
      asOf
      total {
        signatories
        counting
        distribution
        rate
        standings {
          met
          onTrack
          atRisk
          late
          unknown
        }
      }
      byCountry {
        key
        signatories
        counting
      }
      byCharter {
        key
        signatories
        counting
        rate
        standings {
          met
          onTrack
          atRisk
          late
          unknown
        }
      }
      byCommitment {
        kind
        signatories
        known
        overdue
        measured
        met
        ...FootprintStandings
      }
    }
  }
`);

type Country = ResultOf<typeof ProgressDocument>["networkProgress"]["byCountry"][number];
type Charter = ResultOf<typeof ProgressDocument>["networkProgress"]["byCharter"][number];
type Commitment = ResultOf<typeof ProgressDocument>["networkProgress"]["byCommitment"][number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { api } = context.get(servicesContext);
  const asked = signatoryDay(new URL(request.url).searchParams, api.clock.today());
  const result = await query({ request, context }, ProgressDocument, { on: asked.on });
  return { ...result, asked };
}

export default function ShowProgress({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { networkProgress: progress, signatoryCount, asked } = loaderData;
  const { total } = progress;
  const format = useFormats();
  const link = useLink();
  const rate = (value: number | null) => (value === null ? t("noRate") : format.percent(value));
  const mean = ({ counting, signatories }: { counting: number; signatories: number }) => (
    <SlotsMean
      value={counting / signatories}
      label={t("mean", { mean: format.number((counting / signatories).toFixed(1)) })}
    />
  );
  const byCountry = progress.byCountry.toSorted((a, b) => format.compare(format.country(a.key), format.country(b.key)));
  return (
    <>
      <title>{`${t("title")} – Quintet`}</title>
      <PageTitle title={t("title")} caption={t("asOf", { date: format.date(progress.asOf) })} lead={t("lead")} />
      <Figures>
        <Figure
          label={t("signatories")}
          value={format.number(total.signatories)}
          source={{ href: link("/cities"), label: t("seeCities") }}
        />
        <Figure
          label={t("withFive")}
          value={format.number(total.standings.met)}
          note={t("rate", { rate: rate(total.rate) })}
        />
        <Figure label={t("counting")} value={format.number(total.counting)} />
        <Figure
          label={t("codes:yearStatus.no_deadline")}
          value={format.number(total.standings.unknown)}
          note={t("toBeConfirmedNote")}
        />
      </Figures>
      <Section title={t("distribution")}>
        <SlotsSummary
          counts={total.distribution.map((value, full) => ({
            full,
            value,
            text: t("citiesWith", { count: value, full }),
          }))}
        />
      </Section>
      <Section title={t("byCommitment.title")} intro={t("byCommitment.intro")}>
        <DataTable<Commitment>
          caption={t("byCommitment.title")}
          captionHidden
          narrow="stack"
          rows={progress.byCommitment}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", header: t("commitment"), rowHeader: true, cell: ({ kind }) => codes(`commitment.${kind}`) },
            {
              key: "signatories",
              header: t("bound"),
              numeric: true,
              cell: ({ signatories }) => format.number(signatories),
            },
            { key: "known", header: t("known"), numeric: true, cell: ({ known }) => format.number(known) },
            { key: "overdue", header: t("passed"), numeric: true, cell: ({ overdue }) => format.number(overdue) },
            {
              key: "measured",
              header: t("met"),
              numeric: true,
              cell: ({ measured, met: reached }) =>
                measured ? format.number(reached ?? total.standings.met) : t("notMeasured"),
            },
          ]}
        />
      </Section>
      <FootprintStandings commitments={progress.byCommitment} />
      <Section title={t("byCharter")}>
        <DataTable<Charter>
          caption={t("byCharter")}
          captionHidden
          narrow="stack"
          rows={progress.byCharter}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "key",
              header: t("charterText"),
              rowHeader: true,
              cell: ({ key }) => codes(`charterVersion.${key}`),
            },
            {
              key: "signatories",
              header: t("signatories"),
              numeric: true,
              cell: ({ signatories }) => format.number(signatories),
            },
            { key: "mean", header: t("average"), cell: mean },
            { key: "met", header: t("five"), numeric: true, cell: ({ standings }) => format.number(standings.met) },
            {
              key: "late",
              header: t("codes:progress.late"),
              numeric: true,
              cell: ({ standings }) => format.number(standings.late),
            },
            {
              key: "unknown",
              header: t("codes:yearStatus.no_deadline"),
              numeric: true,
              cell: ({ standings }) => format.number(standings.unknown),
            },
            { key: "rate", header: t("share"), numeric: true, cell: (row) => rate(row.rate) },
          ]}
        />
      </Section>
      <Section title={t("byCountry")}>
        <DataTable<Country>
          caption={t("byCountry")}
          captionHidden
          narrow="scroll"
          rows={byCountry}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "key",
              header: t("country"),
              rowHeader: true,
              cell: ({ key }) => <a href={link(`/cities?country=${key}`)}>{format.country(key)}</a>,
            },
            {
              key: "signatories",
              header: t("signatories"),
              numeric: true,
              cell: ({ signatories }) => format.number(signatories),
            },
            { key: "mean", header: t("average"), cell: mean },
          ]}
        />
      </Section>
      <SignatoryCount asked={asked} count={signatoryCount} />
    </>
  );
}
