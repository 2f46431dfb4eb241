import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";

export const PilotActionsFragment = graphql(`
  fragment PilotActions on Pilot {
    slug
    viewerCan
  }
`);

type Props = {
  pilot: FragmentOf<typeof PilotActionsFragment>;
  /** Where a practice can be made of it, for those who may. */
  practice: string | undefined;
};

/** What this viewer may do to the pilot now, as links; nothing for the public. */
export function PilotActions({ pilot, practice }: Props) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  const { slug, viewerCan: may } = readFragment(PilotActionsFragment, pilot);
  const at = (path: string) => link(`/pilots/${slug}/${path}`);
  const any = (...actions: typeof may) => actions.some((action) => may.includes(action));
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
