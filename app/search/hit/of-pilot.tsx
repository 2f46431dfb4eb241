import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";

export const HitOfPilotFragment = graphql(`
  fragment HitOfPilot on Pilot {
    slug
    reading(locale: $locale) {
      title
      language
    }
  }
`);

/** Leads from a practice to the pilot that it tells of. */
export function HitOfPilot(props: { pilot: FragmentOf<typeof HitOfPilotFragment> }) {
  const { t } = useTranslation("search");
  const link = useLink();
  const { slug, reading } = readFragment(HitOfPilotFragment, props.pilot);
  return (
    <p>
      {t("hit.pilot")}{" "}
      <a href={link(`/pilots/${slug}`)} lang={reading.language}>
        {reading.title}
      </a>
    </p>
  );
}
