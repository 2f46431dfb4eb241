import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Section } from "#app/ui/index.ts";
import { useMass } from "../result/mass.ts";

export const TerritoryFragment = graphql(`
  fragment Territory on City {
    slug
    territory: footprint(scope: territory) {
      inventories {
        id
        year
        result {
          total {
            low
            central
            high
          }
        }
      }
    }
  }
`);

/** The ICT of households and firms, which is another scope and never added; nothing where there is none. */
export function Territory({ city }: { city: FragmentOf<typeof TerritoryFragment> }) {
  const { t } = useTranslation("footprint");
  const { slug, territory } = readFragment(TerritoryFragment, city);
  const link = useLink();
  const mass = useMass();
  if (territory.inventories.length === 0) return null;
  return (
    <Section id="territory" title={t("show.territory.title")} intro={t("show.territory.intro")}>
      <ul>
        {territory.inventories.map(({ id, year, result: { total } }) => (
          <li key={id}>
            <a href={link(`/cities/${slug}/footprint/${year}?scope=territory`)}>{year}</a>:{" "}
            {total.high === null
              ? t("result.open", { low: mass.total(total.low), total: mass.total(total.central) })
              : t("result.range", {
                  low: mass.total(total.low),
                  total: mass.total(total.central),
                  high: mass.total(total.high),
                })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
