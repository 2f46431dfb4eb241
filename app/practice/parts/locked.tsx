import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { LockedNotice } from "#app/review/parts/locked.tsx";
import type { EditedPractice } from "./edit.server.ts";

type Props = { practice: Pick<EditedPractice, "slug" | "state" | "viewerCan" | "version"> };

/** Who must act next on the practice. */
export function LockedPractice({ practice: { slug, state, viewerCan, version } }: Props) {
  const { t } = useTranslation("practice");
  const link = useLink();
  const withdraw = { action: link(`/practices/${slug}/check`), version, hint: t("locked.withdrawHint") };
  return (
    <LockedNotice
      title={t(`locked.${state === "changes_requested" ? "draft" : state}`)}
      text={t("locked.translationsOpen")}
      withdraw={viewerCan.includes("practice_withdraw") ? withdraw : null}
    />
  );
}
