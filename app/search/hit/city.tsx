import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { ResultItem } from "#app/ui/index.ts";

export const HitCityFragment = graphql(`
  fragment HitCity on City {
    slug
    name(locale: $locale)
    country
    population
    populationYear
    standing
    accessions {
      signed {
        date
        precision
      }
    }
  }
`);

/** A city with its country, its size, and since when it is in the charter. */
export function CityHit({ city }: { city: FragmentOf<typeof HitCityFragment> }) {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const { slug, name, country, population, populationYear, standing, accessions } = readFragment(HitCityFragment, city);
  const signed = accessions.flatMap(({ signed: { date, precision } }) => format.date(date, precision) ?? []).at(-1);
  const size = populationYear === null ? "hit.inhabitants" : "hit.inhabitantsIn";
  const facts = [
    ...(population === null
      ? []
      : [t(size, { count: population, number: format.number(population), year: populationYear })]),
    codes(`standing.${standing}`),
    ...(signed ? [t("hit.signed", { date: signed })] : []),
  ];
  return (
    <ResultItem
      level={3}
      href={link(`/cities/${slug}`)}
      title={name}
      caption={`${codes("kind.city")} · ${format.country(country)}`}
    >
      <p>{facts.join(" · ")}</p>
    </ResultItem>
  );
}
