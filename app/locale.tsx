import { data, Outlet } from "react-router";
import { useTranslation } from "#app/i18n/words.ts";
import { isLocale } from "./i18n/locales.ts";
import { actingFor } from "./report/history/acting.server.ts";
import { Notice } from "./ui/index.ts";
import type { Route } from "./+types/locale.ts";

/** The first segment of every page's address is its language; one that we do not have is no page. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  if (!isLocale(params.locale)) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { city: await actingFor({ request, context }) };
}

/** Every page, with a word above it for those who change there what is a city's. */
export default function Locale({ loaderData: { city } }: Route.ComponentProps) {
  const { t } = useTranslation("history");
  return (
    <>
      {city === null ? null : (
        <Notice tone="warning" role="note">
          {t("acting", { city })}
        </Notice>
      )}
      <Outlet />
    </>
  );
}
