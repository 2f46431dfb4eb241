import { useTranslation } from "#app/i18n/words.ts";
import { StatusTag, type StatusTone } from "#app/ui/index.ts";
import type { EvidenceLevel } from "#graphql/vocabulary/evidence.rules.ts";

const tones: Record<EvidenceLevel, StatusTone> = {
  target: "quiet",
  estimate: "quiet",
  modelled: "busy",
  claimed: "busy",
  monitored: "good",
  verified: "good",
};

/** How well the strongest result is known, in words; says so when there is none. */
export function EvidenceTag({ level }: { level: EvidenceLevel | null }) {
  const { t } = useTranslation("practice");
  const { t: codes } = useTranslation("codes");
  if (level === null) return <StatusTag tone="quiet">{t("evidence.none")}</StatusTag>;
  return <StatusTag tone={tones[level]}>{t("evidence.level", { level: codes(`evidence.${level}`) })}</StatusTag>;
}
