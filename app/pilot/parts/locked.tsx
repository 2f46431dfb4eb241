import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { LockedNotice } from "#app/review/parts/locked.tsx";
import type { EditedPilot } from "./edit.server.ts";

/** Who must act next on the pilot. */
export function LockedPilot({ pilot }: { pilot: Pick<EditedPilot, "slug" | "state" | "viewerCan" | "version"> }) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  const { slug, state, viewerCan, version } = pilot;
  const withdraw = { action: link(`/pilots/${slug}/check`), version, hint: t("locked.withdrawHint") };
  return (
    <LockedNotice
      title={t(`locked.${state === "changes_requested" ? "draft" : state}`)}
      text={t("locked.stillOpen")}
      withdraw={viewerCan.includes("pilot_withdraw") ? withdraw : null}
    />
  );
}
