import { useTranslation } from "#app/i18n/words.ts";
import { Notice } from "#app/ui/index.ts";
import type { ViewedResult } from "./view.tsx";

/** What could not be worked out, by category. */
export function Gaps({ gaps }: { gaps: ViewedResult["gaps"] }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  return (
    <Notice tone="warning" title={t("result.unknown")}>
      <ul>
        {gaps.map(({ category, gap, lines }) => (
          <li key={`${category} ${gap}`}>
            {t(`category.${category}`)}: {codes(`gap.${gap}`)} ({t("result.lines", { number: lines })})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
