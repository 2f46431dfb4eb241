import { redirect } from "react-router";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import type { Route } from "./+types/list.ts";

/** The finder lists the pilots. */
export function loader({ context }: Route.LoaderArgs) {
  return redirect(localPath(context.get(servicesContext).locale, "/search?kind=pilot"));
}
