import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";

export const PracticeActionsFragment = graphql(`
  fragment PracticeActions on Practice {
    slug
    viewerCan
  }
`);

/** What this viewer may do to the practice now, as links; nothing for the public. */
export function PracticeActions({ practice }: { practice: FragmentOf<typeof PracticeActionsFragment> }) {
  const { t } = useTranslation("practice");
  const link = useLink();
  const { slug, viewerCan: may } = readFragment(PracticeActionsFragment, practice);
  const any = (...actions: typeof may) => actions.some((action) => may.includes(action));
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
