import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";
import type { PilotPage } from "../show.tsx";

type Props = {
  slug: string;
  may: PilotPage["viewerCan"];
  /** Where a practice can be made of it, for those who may. */
  practice: string | undefined;
};

/** What this viewer may do to the pilot now, as links; nothing for the public. */
export function PilotActions({ slug, may, practice }: Props) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  const at = (path: string) => link(`/pilots/${slug}/${path}`);
  const any = (...actions: PilotPage["viewerCan"]) => actions.some((action) => may.includes(action));
  const links = [
    any("pilot_update", "pilot_withdraw") && { href: at("edit"), label: t("common:action.edit") },
    any("pilot_request_sign_off", "pilot_sign_off") && { href: at("check"), label: t("action.check") },
    any("pilot_log") && { href: at("log/new"), label: t("action.log") },
    any("pilot_log") && { href: at("results/new"), label: t("action.result") },
    any("pilot_invite_city", "pilot_join") && { href: at("sharing"), label: t("action.sharing") },
    practice !== undefined && { href: practice, label: t("action.practice") },
  ].filter((entry) => entry !== false);
  if (links.length === 0) return null;
  return (
    <Actions>
      {links.map(({ href, label }) => (
        <ButtonLink key={href} look="secondary" href={href}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}
