import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink, ResultItem, ResultList, Section } from "#app/ui/index.ts";

type KnownCity = { id: string; slug: string; name: string; country: string; standing: string };

/** Cities of that name that the network knows already, and the way on if none of them is meant. */
export function KnownCities({ cities, name }: { cities: readonly KnownCity[]; name: string }) {
  const { t } = useTranslation("charter");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const here = link("/network/accessions/new");
  return (
    <Section title={t("admit.known", { name })} intro={t("admit.knownHelp")}>
      <ResultList label={t("admit.known", { name })}>
        {cities.map((city) => (
          <ResultItem
            key={city.id}
            level={3}
            href={`${here}?city=${city.slug}`}
            title={city.name}
            foot={`${format.country(city.country)} · ${codes(`standing.${city.standing}`)}`}
          />
        ))}
      </ResultList>
      <Actions>
        <ButtonLink href={`${here}?${new URLSearchParams({ name, new: "" })}`}>{t("admit.noneOfThese")}</ButtonLink>
      </Actions>
    </Section>
  );
}
