import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useMass } from "../result/mass.ts";

export const FootprintHeadlineFragment = graphql(`
  fragment FootprintHeadline on Footprint {
    baseline {
      years {
        year
      }
    }
    aim {
      baseYear
      year
      percent
      targetKg
      deadline
      passed
    }
    latest {
      year
    }
    years {
      year
      status
      why
      certain
      level
      changePercent
      total {
        low
        central
        high
      }
    }
  }
`);

type Footprint = ResultOf<typeof FootprintHeadlineFragment>;
type Year = Footprint["years"][number];
type Props = { footprint: FragmentOf<typeof FootprintHeadlineFragment> };

/** The footprint in words: the latest year's total and change. Nothing without a published year. */
export function Headline({ footprint: shown }: Props) {
  const sentences = useTotalSentences();
  const footprint = readFragment(FootprintHeadlineFragment, shown);
  const year = latestYear(footprint);
  return year?.total ? <>{sentences(year, footprint.baseline).join(" ")}</> : null;
}

/** Where the latest year stands and how sure that is, and what the charter asks for. */
export function Standing({ footprint: shown }: Props) {
  const status = useStatusSentences();
  const aim = useAimSentences();
  const footprint = readFragment(FootprintHeadlineFragment, shown);
  const year = latestYear(footprint);
  const aims = aim(footprint);
  return (
    <>
      {year ? <p>{status(year).join(" ")}</p> : null}
      {aims.length > 0 ? <p>{aims.join(" ")}</p> : null}
    </>
  );
}

function latestYear({ years, latest }: Footprint): Year | undefined {
  return years.find(({ year }) => year === latest?.year);
}

function useTotalSentences() {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const mass = useMass();
  return ({ year, total, changePercent, status }: Year, baseline: Footprint["baseline"]): string[] => {
    if (!total) return [];
    const said = { year, total: mass.total(total.central), low: mass.total(total.low) };
    const first =
      total.high === null
        ? t("show.says.totalOpen", said)
        : t("show.says.total", { ...said, high: mass.total(total.high) });
    if (changePercent === null || status === "baseline" || !baseline) return [first];
    const base = format.list(baseline.years.map((one) => String(one.year)));
    const change = Number(changePercent) === 0 ? "same" : changePercent.startsWith("-") ? "less" : "more";
    return [first, t(`show.says.${change}`, { percent: mass.size(changePercent), base })];
  };
}

function useStatusSentences() {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  return ({ status, why, level, certain }: Year): string[] => {
    const reasons = format.list(why.map((reason) => codes(`incomparable.${reason}`)));
    const said = t(`show.status.${status}`, { level: level === null ? "" : mass.total(level), reasons });
    return certain === null ? [said] : [said, t(certain ? "show.says.certain" : "show.says.uncertain")];
  };
}

/** What the charter asks for, and whether it was reached once that is decided. */
function useAimSentences() {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const mass = useMass();

  return ({ aim, years }: Footprint): string[] => {
    if (!aim) return [];
    const percent = mass.size(String(aim.percent));
    const said = { percent, year: aim.year, base: aim.baseYear, target: mass.total(aim.targetKg) };
    const date = format.date(aim.deadline);
    const asked = t(aim.passed ? "show.aim.past" : "show.aim.ahead", { ...said, date });
    const decided = years.find(({ status }) => status === "met" || status === "missed");
    const latest = years.findLast(({ total }) => total !== null);
    if (!aim.passed || decided?.year === latest?.year) return [asked];
    if (!decided) return [asked, t("show.aim.undecided")];
    return [asked, t(decided.status === "met" ? "show.aim.met" : "show.aim.missed", { year: decided.year })];
  };
}
