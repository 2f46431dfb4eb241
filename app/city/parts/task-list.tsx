import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { EmptyState, type StatusTone, TaskList } from "#app/ui/index.ts";
import { useTimeLeft } from "./clock-in-short.tsx";

export const CityTaskFragment = graphql(`
  fragment CityTask on Task {
    code
    urgency
    dueOn
    daysLeft
    count
    reasons
    year
    pilot {
      slug
      reading(locale: $locale) {
        title
        language
      }
    }
    practice {
      slug
      reading(locale: $locale) {
        title
        language
      }
    }
  }
`);

type Task = ResultOf<typeof CityTaskFragment>;
const tones: Record<Task["urgency"], StatusTone> = { now: "risk", soon: "busy", later: "quiet" };

/** What has to be done, the most urgent first: what, by when, and why. */
export function CityTaskList({ tasks, city }: { tasks: readonly FragmentOf<typeof CityTaskFragment>[]; city: string }) {
  const { t } = useTranslation("city");
  const link = useLink();
  const rows = readFragment(CityTaskFragment, tasks);
  if (rows.length === 0) return <EmptyState title={t("tasks.none")}>{t("tasks.noneHelp")}</EmptyState>;
  return (
    <TaskList
      label={t("tasks.todo")}
      items={rows.map((task) => {
        const subject = (task.pilot ?? task.practice)?.reading;
        return {
          title: (
            <>
              {t(`tasks.code.${task.code}`, { count: task.count ?? 0, year: task.year ?? "" })}{" "}
              {subject ? <span lang={subject.language}>{subject.title}</span> : null}
            </>
          ),
          href: link(addressOf(task, city)),
          hint: <Why task={task} />,
          status: t(`tasks.urgency.${task.urgency}`),
          tone: tones[task.urgency],
        };
      })}
    />
  );
}

/** Tasks for which the same sentence says why. */
const sameWhy: Record<string, string> = {
  finish_pilot: "finish",
  finish_practice: "finish",
  finish_inventory: "finish",
  change_inventory: "changes_requested",
  sign_off_inventory: "sign_off_wanted",
};

const pilotPages: Record<string, string> = {
  sign_off_wanted: "/check",
  ask_sign_off: "/check",
  log_needed: "/log/new",
  invitation: "/sharing",
};

const footprintPages: Record<string, (year: number | null) => string> = {
  start_inventory: (year) => `new?year=${year}`,
  finish_inventory: (year) => `${year}/edit`,
  change_inventory: (year) => `${year}/edit`,
  sign_off_inventory: (year) => `${year}/check`,
  choose_baseline: () => "baseline",
};

function addressOf({ code, pilot, practice, year }: Task, city: string): string {
  if (pilot) return `/pilots/${pilot.slug}${pilotPages[code] ?? "/edit"}`;
  if (practice) return `/practices/${practice.slug}${code === "sign_off_wanted" ? "/check" : "/edit"}`;
  const footprint = footprintPages[code];
  if (footprint) return `/cities/${city}/footprint/${footprint(year)}`;
  if (code === "fill_slots") return `/cities/${city}/pilots/new`;
  return code === "show_contact" ? `/cities/${city}/contacts` : `/cities/${city}/edit`;
}

/** When it is due and what is behind it. */
function Why({ task }: { task: Task }) {
  const { t } = useTranslation("city");
  const { t: pilots } = useTranslation("pilot");
  const { date, list } = useFormats();
  const time = useTimeLeft();
  const { code, dueOn, daysLeft, reasons, pilot, practice, count } = task;
  const past = daysLeft !== null && daysLeft < 0;
  const when =
    dueOn && daysLeft !== null
      ? `${t(past ? "tasks.wasDue" : "tasks.due", { date: date(dueOn) })} ${time(daysLeft)}.`
      : null;
  const lacking =
    pilot && code !== "log_needed" && reasons.length > 0
      ? t("tasks.lacks", { list: list(reasons.map((reason) => pilots(`missing.${reason}`))) })
      : null;
  const quiet = code === "log_needed" ? reasons.map((reason) => pilots(`healthReason.${reason}`)).join(" ") : null;
  const parts = practice && count ? t("tasks.partsMissing", { count }) : null;
  return <>{[quiet ?? t(`tasks.why.${sameWhy[code] ?? code}`), lacking, parts, when].filter(Boolean).join(" ")}</>;
}
