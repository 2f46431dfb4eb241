import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { InventedFootprints } from "#app/footprint/result/invented.tsx";
import { useLink } from "#app/i18n/links.ts";
import { BarList, Section } from "#app/ui/index.ts";
import { statusOf } from "./status.ts";

export const FootprintStandingsFragment = graphql(`
  fragment FootprintStandings on CommitmentProgress {
    kind
    measured
    met
    onTrack
    behind
    missed
    notMeasured
  }
`);

type Props = { commitments: readonly FragmentOf<typeof FootprintStandingsFragment>[] };

const standings = ["met", "onTrack", "behind", "missed", "notMeasured"] as const;

/** Where the cities stand with their ICT footprint; nothing while none is measured. */
export function FootprintStandings({ commitments }: Props) {
  const { t } = useTranslation("report");
  const format = useFormats();
  const link = useLink();
  const all = readFragment(FootprintStandingsFragment, commitments);
  const footprint = all.find(({ kind, measured }) => kind === "footprint" && measured);
  if (!footprint) return null;
  return (
    <Section id="footprint" title={t("footprint.title")} intro={t("footprint.intro")}>
      <InventedFootprints />
      <BarList
        label={t("footprint.title")}
        items={standings.map((standing) => ({
          label: standing === "notMeasured" ? t("footprint.notMeasured") : t(`codes:yearStatus.${statusOf[standing]}`),
          value: footprint[standing],
          text:
            footprint[standing] === null ? "–" : t("footprint.cities", { number: format.number(footprint[standing]) }),
          hollow: standing === "notMeasured",
        }))}
      />
      <p>
        <a href={link("/footprint/factors")}>{t("footprint.factors")}</a>
      </p>
    </Section>
  );
}
