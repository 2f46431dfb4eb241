import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { StatusTag, type StatusTone } from "#app/ui/index.ts";

export const PilotHealthFragment = graphql(`
  fragment PilotHealth on PilotHealth {
    state
    reasons
  }
`);

const tones: Record<ResultOf<typeof PilotHealthFragment>["state"], StatusTone> = {
  on_track: "good",
  at_risk: "risk",
  late: "bad",
  silent: "quiet",
};

/** How the pilot is doing, and every reason for it. */
export function PilotHealth({ health }: { health: FragmentOf<typeof PilotHealthFragment> }) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { state, reasons } = readFragment(PilotHealthFragment, health);
  return (
    <p>
      <StatusTag tone={tones[state]}>{codes(`health.${state}`)}</StatusTag>{" "}
      {reasons.length > 0
        ? reasons.map((reason) => t(`healthReason.${reason}`)).join(" ")
        : codes(`healthHint.${state}`)}
    </p>
  );
}
