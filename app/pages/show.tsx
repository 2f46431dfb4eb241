import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { servicesContext } from "#app/context.ts";
import { LanguageNote, PageTitle, Prose } from "#app/ui/index.ts";
import { editorialPage } from "./parts/editorial.server.ts";
import type { Route } from "./+types/show.ts";

export function loader({ params, context }: Route.LoaderArgs) {
  const page = editorialPage(context.get(servicesContext).locale, params.page);
  if (!page) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return page;
}

export default function ShowPage({ loaderData: page }: Route.ComponentProps) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${page.title} – Quintet`}</title>
      <meta name="description" content={page.description} />
      <PageTitle title={page.title} />
      {page.origin === "machine" ? <LanguageNote>{t("pageOrigin")}</LanguageNote> : null}
      <Prose html={page.html} />
    </>
  );
}
