import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import type { TaskItem } from "#app/ui/index.ts";
import { yearPath } from "./address.ts";
import type { OpenInventory } from "./open.server.ts";

export type InventoryTaskFacts = {
  perimeters: readonly string[];
  missing: readonly string[];
  missingGrid: readonly string[];
  grid: readonly unknown[];
  warnings: readonly { acceptance: unknown }[];
};

type State = "complete" | "incomplete" | "notStarted" | "optional";
const tones = { complete: "good", incomplete: "busy", notStarted: "quiet", optional: "quiet" } as const;

const boundary = ["perimeters", "tenures", "line_perimeters", "line_tenures"];
const lineNeeds = ["lines", "energy", "manufacture_unexplained"];

/** The way through a draft: boundary, electricity, lines, warnings, check, each with its state and what it still lacks. */
export function useInventoryTasks({ place, lineCount, locked }: OpenInventory, facts: InventoryTaskFacts): TaskItem[] {
  const { t } = useTranslation("footprint");
  const { t: errors } = useTranslation("errors");
  const link = useLink();
  const { missing, missingGrid, grid, warnings, perimeters } = facts;
  const unexplained = warnings.filter(({ acceptance }) => !acceptance).length;
  const lacking = (codes: readonly string[]) => codes.filter((code) => missing.includes(code));
  const progress = (codes: readonly string[], begun: boolean): State =>
    lacking(codes).length === 0 ? "complete" : begun ? "incomplete" : "notStarted";
  const task = (name: string, href: string, state: State, hint?: string): TaskItem => ({
    title: t(`edit.task.${name}`),
    href: locked && name !== "check" && name !== "warnings" ? undefined : link(href),
    status: t(`codes:taskState.${state === "incomplete" ? "toDo" : state}`),
    tone: tones[state],
    hint,
  });
  const words = (codes: readonly string[]) =>
    lacking(codes).length > 0
      ? lacking(codes)
          .map((code) => errors(`issue.missing_${code}`))
          .join(". ")
      : undefined;
  const gridState = missingGrid.length > 0 ? (grid.length > 0 ? "incomplete" : "notStarted") : "complete";
  return [
    task("boundary", yearPath(place, "boundary"), progress(boundary, perimeters.length > 0), words(boundary)),
    task("grid", yearPath(place, "grid"), gridState, words(["grid"])),
    task(
      "lines",
      lineCount > 0 ? `${yearPath(place, "edit")}#lines` : yearPath(place, "lines/new"),
      progress(lineNeeds, lineCount > 0),
      words(lineNeeds) ?? t("edit.lineCount", { count: lineCount }),
    ),
    task(
      "warnings",
      yearPath(place, "warnings"),
      unexplained > 0 ? "optional" : "complete",
      unexplained > 0 ? t("edit.unexplained", { count: unexplained }) : t("edit.noWarnings"),
    ),
    task(
      "check",
      yearPath(place, "check"),
      missing.length > 0 ? "notStarted" : "incomplete",
      missing.length > 0 ? t("edit.checkLater") : t("edit.checkNow"),
    ),
  ];
}
