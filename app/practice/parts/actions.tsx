import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";
import type { PracticePage } from "../show.tsx";

/** What this viewer may do to the practice now, as links; nothing for the public. */
export function PracticeActions({ slug, may }: { slug: string; may: PracticePage["viewerCan"] }) {
  const { t } = useTranslation("practice");
  const link = useLink();
  const any = (...actions: PracticePage["viewerCan"]) => actions.some((action) => may.includes(action));
  const links = [
    any("practice_update") && { to: "edit", label: t("action.edit") },
    any("practice_request_sign_off", "practice_sign_off", "practice_withdraw", "practice_archive") && {
      to: "check",
      label: t("common:signOff.checkAndSign"),
    },
    !any("practice_update") && any("practice_translate") && { to: "edit", label: t("action.translate") },
  ].filter((entry) => entry !== false);
  if (links.length === 0) return null;
  return (
    <Actions>
      {links.map(({ to, label }) => (
        <ButtonLink key={label} look="secondary" href={link(`/practices/${slug}/${to}`)}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}
