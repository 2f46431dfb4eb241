import { useTranslation } from "#app/i18n/words.ts";
import type { LiveBasis } from "#graphql/footprint/rules.ts";
import { useEstimateWords } from "./estimates.ts";
import type { LiveData } from "./live-data.ts";
import type { TypicalHints } from "./typical.ts";

type Props = { basis: LiveBasis; hints: Record<string, TypicalHints> };

/** Where the island writes what the line comes to while it is typed. Hidden until a script shows it: without scripts the result
 *  stands on the page once the line is saved. */
export function LiveResult({ basis, hints }: Props) {
  const { t, i18n } = useTranslation("footprint");
  const data: LiveData = { language: i18n.language, words: useEstimateWords(), basis, hints };
  return (
    <div className="live-result" hidden data-live={JSON.stringify(data)}>
      <b>{t("line.live")}</b>
      <output aria-live="polite" htmlFor="f-quantity">
        {(["use", "manufacture", "line", "total"] as const).map((part) => (
          <span key={part} data-part={part} data-label={t(`line.result.${part}`)} />
        ))}
      </output>
    </div>
  );
}
