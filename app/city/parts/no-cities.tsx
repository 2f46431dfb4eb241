import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import { useLink } from "#app/i18n/links.ts";
import type { PageFrame } from "#app/root.tsx";
import { EmptyState } from "#app/ui/index.ts";

/** Why the list of cities is empty: because of the filters, or because no city has joined; then also what to do next. */
export function NoCities({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation("city");
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  if (filtered) return <EmptyState title={t("list.empty")} />;
  return (
    <EmptyState title={t("list.none.title")}>
      <p>{t("list.none.text")}</p>
      {frame?.viewer?.worksForNetwork ? (
        <p>
          <a href={link("/network/accessions/new")}>{t("list.none.admit")}</a>
        </p>
      ) : (
        <p>
          <a href={link("/joining")}>{t("common:footer.joining")}</a>
        </p>
      )}
    </EmptyState>
  );
}
