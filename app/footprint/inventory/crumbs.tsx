import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs } from "#app/ui/index.ts";

type Props = { city: { slug: string; name: string }; trail: { href?: string; label: string }[] };

/** The way to a page about a city's footprint. Addresses are without the language. */
export function FootprintCrumbs({ city, trail }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const items = [
    { href: `/cities/${city.slug}`, label: city.name },
    { href: `/cities/${city.slug}/footprint`, label: t("crumb.footprint") },
    ...trail,
  ].map(({ href, label }) => ({ href: href === undefined ? undefined : link(href), label }));
  return <Breadcrumbs label={common("nav.breadcrumbs")} items={items} />;
}
