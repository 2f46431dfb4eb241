import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import { Notice, SiteFooter } from "#app/ui/index.ts";
import { useLink } from "./i18n/links.ts";
import type { PageFrame } from "./root.tsx";

/** Links to what every public site must have, and the word that this is a demonstration where it is one. */
export function Footer() {
  const { t } = useTranslation();
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  const items = (...pages: string[]) => pages.map((page) => ({ href: link(`/${page}`), label: t(`footer.${page}`) }));
  return (
    <SiteFooter
      groups={[
        { title: t("footer.network"), items: items("about", "joining", "charter", "glossary") },
        { title: t("footer.use"), items: [...items("help", "api"), { href: "/graphql", label: t("footer.graphql") }] },
        { title: t("footer.rules"), items: items("legal", "privacy", "accessibility") },
      ]}
    >
      {frame?.demonstration ? <Notice tone="demonstration">{t("footer.demonstration")}</Notice> : null}
    </SiteFooter>
  );
}
