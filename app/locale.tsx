import { data, Outlet } from "react-router";
import { isLocale } from "./i18n/locales.ts";
import type { Route } from "./+types/locale.ts";

/** The first segment of every page's address is its language; one that we do not have is no page. */
export function loader({ params }: Route.LoaderArgs) {
  if (!isLocale(params.locale)) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return null;
}

export default function Locale() {
  return <Outlet />;
}
