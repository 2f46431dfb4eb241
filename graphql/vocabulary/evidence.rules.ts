export type EvidenceLevel = "target" | "estimate" | "modelled" | "claimed" | "monitored" | "verified";

/** Weakest first. */
export const EVIDENCE_LEVELS: readonly EvidenceLevel[] = [
  "target",
  "estimate",
  "modelled",
  "claimed",
  "monitored",
  "verified",
];

/** True when a figure tells what happened; a target or an estimate is never shown as a result. */
export function isAchieved(evidence: EvidenceLevel): boolean {
  return evidence !== "target" && evidence !== "estimate";
}

/** The strongest evidence among the results; null when there are none. */
export function evidenceOf(results: readonly { evidence: EvidenceLevel }[]): EvidenceLevel | null {
  return EVIDENCE_LEVELS.findLast((level) => results.some((result) => result.evidence === level)) ?? null;
}
