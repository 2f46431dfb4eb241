import { useTranslation } from "#app/i18n/words.ts";
import { StatusTag, type StatusTone } from "#app/ui/index.ts";
import type { PilotPage } from "../show.tsx";

const tones: Record<PilotPage["health"]["state"], StatusTone> = {
  on_track: "good",
  at_risk: "risk",
  late: "bad",
  silent: "quiet",
};

/** How the pilot is doing, and every reason for it. */
export function PilotHealth({ health: { state, reasons } }: { health: PilotPage["health"] }) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  return (
    <p>
      <StatusTag tone={tones[state]}>{codes(`health.${state}`)}</StatusTag>{" "}
      {reasons.length > 0
        ? reasons.map((reason) => t(`healthReason.${reason}`)).join(" ")
        : codes(`healthHint.${state}`)}
    </p>
  );
}
