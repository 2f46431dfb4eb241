import { useTranslation } from "#app/i18n/words.ts";
import { useMass } from "./mass.ts";
import type { ViewedResult } from "./view.tsx";

/** What would narrow the result most, the first first. */
export function Improvements({ list }: { list: ViewedResult["improvements"] }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const mass = useMass();
  return (
    <ol>
      {list.map(({ category, action, width }) => (
        <li key={`${category} ${action}`}>
          {t(`category.${category}`)}: {codes(`improvement.${action}`)} (
          {width === null ? t("result.widthOpen") : t("result.width", { width: mass.total(width) })})
        </li>
      ))}
    </ol>
  );
}
