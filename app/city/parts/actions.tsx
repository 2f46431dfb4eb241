import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink } from "#app/ui/index.ts";

export const CityActionsFragment = graphql(`
  fragment CityActions on City {
    slug
    viewerCan
  }
`);

/** What this viewer may do for the city, as links; nothing for the public. */
export function CityActions({ city }: { city: FragmentOf<typeof CityActionsFragment> }) {
  const { t } = useTranslation("city");
  const link = useLink();
  const { slug, viewerCan: may } = readFragment(CityActionsFragment, city);
  const links = [
    may.includes("city_update") && { to: "edit", label: t("show.edit") },
    may.includes("city_manage_contacts") && { to: "contacts", label: t("show.editContacts") },
    may.includes("city_manage_members") && { to: "members", label: t("show.members") },
    may.includes("practice_create") && { to: "practices/new", label: t("tasks.newPractice") },
  ].filter((entry) => entry !== false);
  if (links.length === 0) return null;
  return (
    <Actions>
      {links.map(({ to, label }) => (
        <ButtonLink key={to} look="secondary" href={link(`/cities/${slug}/${to}`)}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  );
}
