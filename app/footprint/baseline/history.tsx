import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { HistoryLink } from "#app/report/history/link.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { Notice, PlainText, Timeline } from "#app/ui/index.ts";
import { useMass } from "../result/mass.ts";

export const BaselineHistoryFragment = graphql(`
  fragment BaselineHistory on Baseline {
    id
    state
    reason
    explanation
    language
    kg
    adjustmentKg
    changePercent
    thresholdPercent
    requestedOn
    decidedOn
    demonstration
    years {
      year
    }
    city {
      slug
    }
    history(first: 1) {
      ...HistoryLink
    }
  }
`);

type Row = ResultOf<typeof BaselineHistoryFragment>;
type Footprint = {
  baselines: FragmentOf<typeof BaselineHistoryFragment>[];
  baselineOutdated: boolean;
  plan: { thresholdPercent: string };
};

/** The baseline and every recalculation of it, the newest first: reason, size, threshold, old and new. */
export function BaselineHistory({ footprint }: { footprint: Footprint }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  const rows = readFragment(BaselineHistoryFragment, footprint.baselines);
  if (rows.length === 0) return <p>{t("show.baseline.none")}</p>;
  const title = ({ reason }: Row) =>
    reason
      ? t("show.baseline.recalculated", { reason: codes(`recalculationReason.${reason}`) })
      : t("show.baseline.first");
  return (
    <>
      <p>{t("show.baseline.intro", { threshold: mass.size(footprint.plan.thresholdPercent) })}</p>
      {footprint.baselineOutdated ? <Notice tone="warning">{t("show.baseline.outdated")}</Notice> : null}
      <Timeline
        label={t("show.baseline.title")}
        items={rows.map((row) => ({
          dateTime: row.decidedOn ?? row.requestedOn,
          date: format.date(row.decidedOn ?? row.requestedOn),
          title: `${title(row)} – ${codes(`baselineState.${row.state}`)}`,
          state: row.state === "active" ? "now" : row.state === "proposed" ? "ahead" : "past",
          children: <Facts row={row} />,
        }))}
      />
    </>
  );
}

function Facts({ row }: { row: Row }) {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const link = useLink();
  const mass = useMass();
  const years = format.list(row.years.map(({ year }) => String(year)));
  const made = row.years.length === 1 ? "show.baseline.oneYear" : "show.baseline.mean";
  const size =
    row.changePercent === null
      ? null
      : t("show.baseline.size", {
          change: mass.percent(row.changePercent),
          threshold: mass.size(row.thresholdPercent),
        });
  const adjustment =
    Number(row.adjustmentKg) === 0 ? null : t("show.baseline.adjustment", { kg: mass.exactChange(row.adjustmentKg) });
  return (
    <>
      <p>{[t(made, { years, kg: mass.exact(row.kg) }), adjustment, size].filter(Boolean).join(" ")}</p>
      {row.explanation ? (
        <>
          <PlainText text={row.explanation} lang={row.language} />
          <TextLanguage language={row.language} />
        </>
      ) : null}
      <HistoryLink
        history={row.history}
        href={link(`/cities/${row.city.slug}/footprint/baselines/${encodeURIComponent(row.id)}/history`)}
      />
    </>
  );
}
