import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { ChartWithTable, LineChart, type LineSeries, SortLinks } from "#app/ui/index.ts";
import { drawn, useMass } from "../result/mass.ts";
import type { PathForm } from "../inventory/views.ts";
import { YearsTable } from "./years-table.tsx";

export const YearsChartFragment = graphql(`
  fragment YearsChart on Footprint {
    plan {
      path
    }
    aim {
      baseYear
      year
      percent
      targetKg
    }
    paths {
      form
      levels {
        year
        kg
      }
    }
    years {
      year
      status
      constantGridKg
      constantGridChangePercent
      total {
        low
        central
        high
      }
      ...YearsTable
    }
  }
`);

type ChartYears = ResultOf<typeof YearsChartFragment>;
type Props = { slug: string; footprint: FragmentOf<typeof YearsChartFragment>; path: PathForm };

/** The years against the line to the target, with the same numbers as a table. */
export function YearsChart({ slug, footprint: shown, path }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const footprint = readFragment(YearsChartFragment, shown);
  const { years, aim, paths, plan } = footprint;
  const link = useLink();
  const mass = useMass();
  const series = useSeries(footprint, path);
  const open = years.some(({ total }) => total?.high === null);
  const gaps = years.filter(({ status }) => status === "no_data").length;
  const published = years.filter(({ total }) => total !== null).length;
  return (
    <>
      {paths.length > 0 ? (
        <SortLinks
          label={t("show.years.path")}
          items={paths.map(({ form }) => ({
            href: link(`/cities/${slug}/footprint?path=${form}#years`),
            label: codes(`pathForm.${form}`),
            current: form === path,
          }))}
        />
      ) : null}
      <ChartWithTable
        title={aim ? t(`show.years.chart.${path}`) : `${t("show.years.total")} · ${t("show.years.constant")}`}
        description={[
          t("show.years.says", { published, gaps }),
          t("show.years.constantSays"),
          aim ? t(`show.years.pathSays.${path}`, { percent: aim.percent, from: aim.baseYear, to: aim.year }) : null,
          aim && path !== plan.path ? t(`show.years.judgedBy.${plan.path}`) : null,
        ]
          .filter(Boolean)
          .join(" ")}
        table={<YearsTable slug={slug} years={years} hasPath={aim !== null} />}
        source={t("show.years.source")}
      >
        <LineChart
          unit={t("show.years.unit")}
          years={years.map(({ year }) => year)}
          series={series}
          target={aim ? { value: drawn(aim.targetKg), label: t("show.years.target", { year: aim.year }) } : undefined}
          intervalLabel={t("show.years.interval")}
          openLabel={open ? t("show.years.open") : undefined}
          formatX={String}
          formatY={mass.axis}
        />
      </ChartWithTable>
    </>
  );
}

/** Years that may not be compared with the baseline are a line of their own. */
function useSeries({ years, paths }: ChartYears, path: PathForm): LineSeries[] {
  const { t } = useTranslation("footprint");
  const levels = paths.find(({ form }) => form === path)?.levels ?? [];
  const points = (apart: boolean) =>
    years.map(({ year, total, status }) => {
      const shown = total !== null && (status === "not_comparable") === apart ? total : null;
      return { x: year, y: drawn(shown?.central), low: drawn(shown?.low), high: drawn(shown?.high) };
    });
  const constant = years.map(({ year, constantGridKg, constantGridChangePercent }) => ({
    x: year,
    y: constantGridChangePercent === null ? null : drawn(constantGridKg),
  }));
  const series: LineSeries[] = [
    { label: t("show.years.total"), look: "solid", points: points(false) },
    { label: t("show.years.constant"), look: "dashed", points: constant },
    { label: t("show.years.apart"), look: "dotted", points: points(true) },
    {
      label: t(`show.years.pathName.${path}`),
      look: "path",
      points: levels.map(({ year, kg }) => ({ x: year, y: drawn(kg) })),
    },
  ];
  return series.filter((one) => one.points.some(({ y }) => y !== null));
}
