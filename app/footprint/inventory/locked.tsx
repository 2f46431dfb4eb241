import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { LockedNotice } from "#app/review/parts/locked.tsx";
import { yearPath } from "./address.ts";
import type { OpenInventory } from "./open.server.ts";

type Props = { inventory: Pick<OpenInventory, "state" | "viewerCan" | "place" | "version"> };

/** Who must act next on the inventory. */
export function LockedInventory({ inventory: { state, viewerCan, place, version } }: Props) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  const waiting = { awaiting_sign_off: t("edit.next.awaiting_sign_off"), submitted: t("edit.next.submitted") };
  const withdraw = { action: link(yearPath(place, "check")), version, hint: t("check.withdrawHint") };
  return (
    <LockedNotice
      title={state in waiting ? waiting[state as keyof typeof waiting] : t("edit.readOnly")}
      text={t("edit.locked")}
      withdraw={viewerCan.includes("footprint_withdraw") ? withdraw : null}
    />
  );
}
