import { useTranslation } from "#app/i18n/words.ts";
import { Notice } from "#app/ui/index.ts";

/** Says which filters of the address do not exist. */
export function Ignored({ values }: { values: readonly string[] }) {
  const { t } = useTranslation("search");
  const parts = values.map(
    (entry) => [entry.slice(0, entry.indexOf(":")), entry.slice(entry.indexOf(":") + 1)] as const,
  );
  return (
    <Notice tone="warning" title={t("ignored.title")}>
      <ul>
        {parts.map(([name, value]) => (
          <li key={`${name}:${value}`}>
            {name === "like" ? t("like.unknown", { value }) : t("ignored.value", { group: t(`facet.${name}`), value })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
