import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import { SiteHeader } from "#app/ui/index.ts";
import { formats } from "./i18n/format.ts";
import { useLink } from "./i18n/links.ts";
import { locales } from "./i18n/locales.ts";
import type { PageFrame } from "./root.tsx";

/** Name, navigation, languages and account: the head of every page. */
export function Header() {
  const { t, i18n } = useTranslation();
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  const path = frame?.path ?? "";
  const current = (to: string) => path.split("?")[0] === to || path.startsWith(`${to}/`);
  const item = (to: string, label: string) => ({ href: link(to), label, current: current(to) });
  const viewer = frame?.viewer;
  return (
    <SiteHeader
      name={t("siteName")}
      tagline={t("tagline")}
      homeHref={link("/")}
      nav={{
        label: t("nav.label"),
        items: [
          item("/search", t("nav.search")),
          item("/cities", t("nav.cities")),
          item("/progress", t("nav.progress")),
          item("/charter", t("nav.charter")),
          item("/about", t("nav.about")),
        ],
      }}
      languages={{
        label: t("nav.languages"),
        items: locales.map((locale) => ({
          href: `/${locale}${path}`,
          lang: locale,
          label: formats(locale).language(locale),
          current: locale === i18n.language,
        })),
      }}
      account={{
        label: t("nav.account"),
        items: viewer
          ? [
              ...(viewer.worksForCity ? [item("/tasks", t("nav.tasks"))] : []),
              ...(viewer.worksForNetwork ? [item("/network", t("nav.network"))] : []),
              item("/account", viewer.name),
            ]
          : [item("/sign-in", t("nav.signIn"))],
      }}
    />
  );
}
