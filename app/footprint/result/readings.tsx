import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { Figure, Figures, Section } from "#app/ui/index.ts";
import { useMass } from "./mass.ts";

export const ReadingsFragment = graphql(`
  fragment Readings on Footprint {
    aim {
      year
      percent
      targetKg
    }
    latest {
      year
    }
    years {
      year
      status
      changePercent
      constantGridChangePercent
      constantGridKg
      total {
        central
      }
    }
  }
`);

/** The two readings of the latest year side by side: in total, and with the grid held as in the base year. */
export function Readings({ footprint }: { footprint: FragmentOf<typeof ReadingsFragment> }) {
  const { t } = useTranslation("footprint");
  const mass = useMass();
  const { years, latest, aim } = readFragment(ReadingsFragment, footprint);
  const year = years.find((one) => one.year === latest?.year);
  if (!year?.total) return null;
  const { changePercent, constantGridChangePercent, constantGridKg } = year;
  const gap = t(`show.readings.gap.${year.status === "no_baseline" ? "no_baseline" : "not_comparable"}`);
  return (
    <Section title={t("show.readings.title")} intro={t("show.readings.intro")}>
      <Figures>
        <Figure
          label={t("show.readings.total")}
          value={changePercent && mass.percent(changePercent)}
          note={changePercent ? t("show.readings.totalNote", { total: mass.total(year.total.central) }) : gap}
        />
        <Figure
          label={t("show.readings.constant")}
          value={constantGridChangePercent && mass.percent(constantGridChangePercent)}
          note={
            constantGridChangePercent && constantGridKg
              ? t("show.readings.constantNote", { total: mass.total(constantGridKg) })
              : changePercent
                ? t("show.readings.gap.no_factor")
                : gap
          }
        />
        {aim ? (
          <Figure
            label={t("show.readings.aim")}
            value={mass.percent(`-${aim.percent}`)}
            note={t("show.readings.aimNote", { year: aim.year, total: mass.total(aim.targetKg) })}
          />
        ) : (
          <Figure label={t("show.readings.aim")} value={null} note={t("show.readings.noAim")} />
        )}
      </Figures>
    </Section>
  );
}
