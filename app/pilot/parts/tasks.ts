import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import type { TaskItem } from "#app/ui/index.ts";
import type { EditedPilot } from "./edit.server.ts";
import { missingOf, stepState, type StepState, steps } from "./steps.ts";

const tones = {
  complete: "good",
  incomplete: "busy",
  notStarted: "quiet",
  optional: "quiet",
} as const satisfies Record<StepState, TaskItem["tone"]>;

/** The task list of a pilot: each step, then results and log, with what is still missing. */
export function useTasks(
  pilot: EditedPilot,
  counts: { entries: number; results: number },
): { items: TaskItem[]; done: number; of: number } {
  const { t } = useTranslation("pilot");
  const link = useLink();
  const lacks = (codes: readonly string[]) => {
    const list = pilot.missing.flatMap(({ code, parts }) =>
      codes.includes(code)
        ? parts.length > 0
          ? parts.map((part) => t(`missingPart.${part}`))
          : [t(`missing.${code}`)]
        : [],
    );
    return list.length > 0 ? t("edit.lacks", { list: list.join(", ") }) : undefined;
  };
  const task = (
    title: string,
    path: string,
    state: StepState,
    codes: readonly string[],
    isOpen: boolean,
  ): TaskItem => ({
    title,
    href: isOpen ? link(`/pilots/${pilot.slug}/${path}`) : undefined,
    status: t(`codes:taskState.${state}`),
    tone: tones[state],
    hint: lacks(codes),
  });
  const further = (code: string, count: number): StepState =>
    pilot.missing.some((item) => item.code === code) ? (count > 0 ? "incomplete" : "notStarted") : "complete";
  const states = steps.map(({ name }) => stepState(name, pilot));
  const results = further("result_with_evidence", counts.results);
  const log = further("status_entry", counts.entries);
  const mayAdd = pilot.viewerCan.includes("pilot_log");
  const items = [
    ...steps.map(({ name }, index) =>
      task(
        t(`step.${name}.title`),
        `edit/${name}`,
        states[index] ?? "notStarted",
        missingOf(name, pilot),
        !pilot.locked,
      ),
    ),
    task(t("action.result"), "results/new", results, ["result_with_evidence"], mayAdd),
    task(t("action.log"), "log/new", log, ["status_entry"], mayAdd),
  ];
  const asked = [...states, results, log].filter((state) => state !== "optional");
  return { items, done: asked.filter((state) => state === "complete").length, of: asked.length };
}
