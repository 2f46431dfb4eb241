import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Figure } from "#app/ui/index.ts";
import { useMass } from "../result/mass.ts";

export const FootprintFigureFragment = graphql(`
  fragment FootprintFigure on Footprint {
    viewerCan
    latest {
      year
      status
      changePercent
      total {
        central
      }
      inventory {
        demonstration
      }
    }
  }
`);

type Props = { slug: string; footprint: FragmentOf<typeof FootprintFigureFragment> };

/** The latest published footprint as a key figure that leads to the whole; a gap leads there for the city's own people. */
export function FootprintFigure({ slug, footprint }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const { t: city } = useTranslation("city");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const mass = useMass();
  const { latest, viewerCan } = readFragment(FootprintFigureFragment, footprint);
  const source = { href: link(`/cities/${slug}/footprint`), label: t("show.figure.link") };
  if (!latest?.total) {
    const own = viewerCan.includes("footprint_start");
    return (
      <Figure
        label={city("show.footprint")}
        value={null}
        note={city("show.noFootprint")}
        source={own ? source : undefined}
      />
    );
  }
  const { year, changePercent, total } = latest;
  const status = codes(`yearStatus.${latest.status}`);
  const told =
    changePercent === null || latest.status === "baseline"
      ? t("show.figure.plain", { year, status })
      : t("show.figure.change", { year, change: mass.percent(changePercent), status });
  return (
    <Figure
      label={city("show.footprint")}
      value={mass.total(total.central)}
      note={latest.inventory?.demonstration ? `${told} · ${common("demonstration")}` : told}
      source={source}
    />
  );
}
