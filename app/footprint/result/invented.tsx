import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import type { PageFrame } from "#app/root.tsx";
import { Notice } from "#app/ui/index.ts";

/** Beside figures made of many inventories: in a demonstration network these are invented. */
export function InventedFootprints() {
  const { t } = useTranslation("footprint");
  const frame = useRouteLoaderData<PageFrame>("root");
  return frame?.demonstration ? <Notice tone="demonstration">{t("show.inventedNetwork")}</Notice> : null;
}
