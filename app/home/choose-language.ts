import { redirect } from "react-router";
import { preferredLocale } from "#app/i18n/locales.ts";
import type { Route } from "./+types/choose-language.ts";

/** "/" leads to the home page in the reader's language. */
export function loader({ request }: Route.LoaderArgs) {
  const locale = preferredLocale(request.headers.get("accept-language"));
  return redirect(`/${locale}`, { headers: { vary: "accept-language" } });
}
