import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";

export const FootprintActionsFragment = graphql(`
  fragment FootprintActions on Footprint {
    viewerCan
    drafts {
      year
      state
      scope
    }
  }
`);

type Props = { slug: string; footprint: FragmentOf<typeof FootprintActionsFragment> };

/** What the city's own people may do here, as links; nothing for the public. */
export function FootprintActions({ slug, footprint }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const { viewerCan, drafts } = readFragment(FootprintActionsFragment, footprint);
  const links = [
    ...drafts.map(({ year, state, scope }) => ({
      to: `${year}/edit${scope === "territory" ? "?scope=territory" : ""}`,
      label: `${year}: ${codes(`inventoryState.${state}`)}`,
    })),
    ...(viewerCan.includes("footprint_start") ? [{ to: "new", label: t("show.actions.start") }] : []),
    ...(viewerCan.includes("footprint_choose_baseline") ? [{ to: "baseline", label: t("baseline.chooseTitle") }] : []),
    ...(viewerCan.includes("footprint_request_recalculation")
      ? [{ to: "recalculation", label: t("show.actions.recalculation") }]
      : []),
    ...(viewerCan.includes("footprint_plan") ? [{ to: "plan", label: t("show.actions.plan") }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <Actions>
      {links.map(({ to, label }) => (
        <ButtonLink key={to} look="secondary" href={link(`/cities/${slug}/footprint/${to}`)}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}
