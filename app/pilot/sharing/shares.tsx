import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { StatusTag, SummaryList } from "#app/ui/index.ts";

export const PilotCitiesFragment = graphql(`
  fragment PilotCities on PilotCity {
    lead
    confirmed
    slot
    counting {
      counts
      why
    }
    city {
      slug
      name(locale: $locale)
    }
  }
`);

/** The cities that share the pilot, and whether it counts towards the five of each. */
export function PilotCities({ shares }: { shares: readonly FragmentOf<typeof PilotCitiesFragment>[] }) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  return (
    <SummaryList
      items={readFragment(PilotCitiesFragment, shares).map(({ city, lead, slot, counting }) => ({
        term: <a href={link(`/cities/${city.slug}`)}>{city.name}</a>,
        value: (
          <>
            <StatusTag tone={counting.counts ? "good" : "busy"}>
              {counting.counts ? t("shares.counts") : t(`countingWhy.${counting.why}`)}
            </StatusTag>
            <p>
              {[lead ? t("shares.lead") : null, slot ? t("shares.slot", { number: slot }) : null]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </>
        ),
      }))}
    />
  );
}
