import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";

export const sheetFormats = ["csv", "xlsx", "json"] as const;

type Props = { slug: string; year: number; scope?: "administration" | "territory"; revision?: number };

/** An inventory to take along: its lines as a sheet, or everything with factors and results as JSON. */
export function Downloads({ slug, year, scope, revision }: Props) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  const search = inventoryAddress({ scope, revision });
  return (
    <ul>
      {sheetFormats.map((format) => (
        <li key={format}>
          <a href={link(`/cities/${slug}/footprint/${year}/download/${format}${search}`)}>{t(`download.${format}`)}</a>
        </li>
      ))}
    </ul>
  );
}

/** The search part of an inventory's address: scope and revision where they are not the usual ones. */
export function inventoryAddress({ scope, revision }: Pick<Props, "scope" | "revision">): string {
  const search = new URLSearchParams();
  if (scope === "territory") search.set("scope", scope);
  if (revision !== undefined) search.set("revision", String(revision));
  return search.size > 0 ? `?${search}` : "";
}
