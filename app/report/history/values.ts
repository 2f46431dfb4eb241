import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { partOf } from "./labels.ts";

/** Where a field's codes have their words, by field or by kind of thing and field. */
const lists: Record<string, string> = {
  area: "codes:area",
  activityType: "codes:activityType",
  stage: "codes:stage",
  evidence: "codes:evidence",
  "pilot.role": "codes:role",
  "practice.role": "codes:role",
  "member.role": "codes:memberRole",
  "pilot.state": "codes:reviewState",
  "practice.state": "codes:practiceState",
  "inventory.state": "codes:inventoryState",
  "baseline.state": "codes:baselineState",
  "baseline.reason": "codes:recalculationReason",
  rule: "codes:refusalRule",
  costBand: "codes:band.cost",
  staffBand: "codes:band.staff",
  timeBand: "codes:band.time",
  perimeter: "codes:perimeter",
  perimeters: "codes:perimeter",
  tenure: "codes:tenure",
  tenures: "codes:tenure",
  energySource: "codes:energySource",
  quality: "codes:dataQuality",
  scope: "codes:inventoryScope",
  path: "codes:pathForm",
  mode: "history:mode",
  categoryCode: "footprint:category",
  indicatorCode: "indicators",
  comparator: "pilot:comparator",
  direction: "pilot:results.direction",
  span: "pilot:results.span",
  "tool.kind": "codes:toolKind",
  "tool.licence": "codes:licence",
  "scale.kind": "codes:scaleKind",
  charterVersion: "codes:charterVersion",
  commitment: "codes:commitment",
  type: "charter:cityType",
};
const languages = new Set(["language", "summaryLanguage"]);
const countries = new Set(["country", "countryCode"]);
const figures = new Set([
  ..."population quantity lifetimeYears kwhPerYear embodiedKg ownValue ownLow ownHigh kg adjustmentKg".split(" "),
  ..."changePercent thresholdPercent value amount employees inhabitants groupSize added removed".split(" "),
]);

/** A recorded value as its reader would write it: codes in words, days, numbers, yes or no; texts as they were typed. */
export function useWritten(): (action: string, field: string, value: string | null) => string {
  const { t } = useTranslation("history");
  const format = useFormats();

  function one(part: string, field: string, value: string): string {
    const list = lists[`${part}.${field}`] ?? lists[field];
    if (list === "indicators") return t(`indicators:${value}`, { defaultValue: value });
    if (list) return t(`${list}.${value}`, { defaultValue: value });
    if (part === "accession" && field === "kind")
      return t(`codes:document.${value}`, { defaultValue: t(`codes:ceremony.${value}`, { defaultValue: value }) });
    if (languages.has(field)) return format.language(value);
    if (countries.has(field)) return format.country(value);
    if (figures.has(field) && /^-?\d+(\.\d+)?$/.test(value)) return format.number(value);
    if (value === "true" || value === "false") return t(value === "true" ? "common:yes" : "common:no");
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value) ?? value;
    if (/^\d{4}-\d{2}$/.test(value)) return format.date(`${value}-01`, "month") ?? value;
    return value;
  }

  /** One of several things that a field holds, such as a line of funding. */
  function row(field: string, entry: unknown): string {
    if (typeof entry !== "object" || entry === null) return one(field, field, String(entry));
    return Object.entries(entry)
      .filter(([name, value]) => value !== null && !name.endsWith("Id"))
      .map(([name, value]) => one(field, name, String(value)))
      .join(" · ");
  }

  return (action, field, value) => {
    if (value === null) return t("empty");
    const part = partOf(action);
    if (field === "key") return warning(value);
    if (/^[[{]/.test(value)) {
      const parsed = parsedOr(value);
      if (typeof parsed === "object" && parsed !== null)
        return (
          [parsed]
            .flat()
            .map((entry) => row(field, entry))
            .join("; ") || t("empty")
        );
    }
    return lists[field] || /^\S+(\n\S+)+$/.test(value)
      ? value
          .split("\n")
          .map((entry) => one(part, field, entry))
          .join(", ")
      : one(part, field, value);
  };

  /** A warning's code and what it is about, such as quantity_jump:laptop. */
  function warning(key: string): string {
    const [code = "", about = ""] = key.split(":");
    const words = t(`codes:warning.${code}`, { defaultValue: code });
    return about ? `${t(`footprint:category.${about}`, { defaultValue: about })}: ${words}` : words;
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
