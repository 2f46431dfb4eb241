import {
  addDays,
  addYears,
  compareDates,
  daysBetween,
  endOfPeriod,
  isValidIsoDate,
  latestDay,
  type PartialDate,
} from "#graphql/kernel/dates.ts";
import type { DatePrecision } from "#prisma/generated/client/enums.ts";

/**
 * One rule of a commitment. `date` is the last admissible day, also where the text says "before" the day after it; `wording` only
 * tells how the text reads. A rule in years always reads "within".
 */
export type DeadlineRule = {
  inForceFrom: string;
  type: "fixed_date" | "years_after_signing" | "none";
  date?: string | null;
  years?: number | null;
  wording: "before" | "by" | "until_end_of" | "within";
};

export type Extension = { newDate: string; decidedOn: string; reason?: string | null };

/** `date` is the last admissible day; a coarser precision means that it is the last day it can possibly be. */
export type DueDate = { date: string; precision: Exclude<DatePrecision, "unknown"> };

export type AppliedExtension = { from: DueDate; to: string; decidedOn: string; reason: string | null };
export type IgnoredExtension = Extension & {
  why: "invalid_date" | "not_yet_decided" | "no_deadline" | "not_later";
};

export type KnownDeadline = {
  status: "known";
  due: DueDate;
  rule: DeadlineRule;
  /** A later rule left the deadline alone because it had already passed. */
  frozen: boolean;
  frozenOn: string | null;
  /** The day a later rule replaced the one in force at signing. */
  changedOn: string | null;
  extended: AppliedExtension[];
  ignored: IgnoredExtension[];
  basis: {
    wording: DeadlineRule["wording"];
    years: number | null;
    fixedDate: string | null;
    signed: PartialDate;
    original: DueDate;
  };
  daysLeft: number;
  overdue: boolean;
};

export type Deadline =
  | { status: "none"; ignored: IgnoredExtension[] }
  | {
      status: "unknown";
      reason: "signing_date_unknown" | "rule_incomplete";
      rule: DeadlineRule;
      ignored: IgnoredExtension[];
    }
  | KnownDeadline;

type DeadlineInput = {
  rules: readonly DeadlineRule[];
  signed: PartialDate;
  extensions?: readonly Extension[];
  today: string;
};

/**
 * The deadline of one commitment for one city, as it stands on `today`. The rule in force on the signing day gives it (the first
 * rule if the city signed before all of them, or on an unknown day). A later rule replaces it from its own day on, unless the
 * deadline had passed by then. An extension moves it forward only, and a later rule never takes a granted extension back.
 * Rules not yet in force and extensions not yet decided on `today` are left out.
 */
export function deadline({ rules, signed, extensions = [], today }: DeadlineInput): Deadline {
  const ordered = [...rules].sort((a, b) => compareDates(a.inForceFrom, b.inForceFrom));
  const signedBy = latestDay(signed);
  const first = ordered.findLast((rule) => signedBy !== null && rule.inForceFrom <= signedBy) ?? ordered[0];
  const ignored: IgnoredExtension[] = [];
  if (!first) return { status: "none", ignored: extensions.map((extension) => ({ ...extension, why: "no_deadline" })) };

  let rule = first;
  let original = dueUnder(first, signed);
  let due = original;
  let granted: string | null = null;
  let frozenOn: string | null = null;
  let changedOn: string | null = null;
  const extended: AppliedExtension[] = [];

  function change(next: DeadlineRule): void {
    if (due !== null && due.date < next.inForceFrom) {
      frozenOn ??= next.inForceFrom;
      return;
    }
    rule = next;
    original = dueUnder(next, signed);
    due =
      original !== null && granted !== null && granted > original.date ? { date: granted, precision: "day" } : original;
    frozenOn = null;
    changedOn = next.inForceFrom;
  }

  function extend(extension: Extension): void {
    const why = whyIgnored(extension, due, today);
    if (why !== null || due === null) {
      ignored.push({ ...extension, why: why ?? "no_deadline" });
      return;
    }
    extended.push({
      from: due,
      to: extension.newDate,
      decidedOn: extension.decidedOn,
      reason: extension.reason ?? null,
    });
    due = { date: extension.newDate, precision: "day" };
    granted = extension.newDate;
  }

  const changes = ordered.slice(ordered.indexOf(first) + 1).filter((next) => next.inForceFrom <= today);
  const events = [
    ...changes.map((next) => ({ on: next.inForceFrom, apply: () => change(next) })),
    ...extensions.map((extension) => ({ on: extension.decidedOn, apply: () => extend(extension) })),
  ];
  for (const event of events.sort((a, b) => compareDates(a.on, b.on))) event.apply();

  if (rule.type === "none") return { status: "none", ignored };
  if (due === null || original === null) {
    const incomplete = rule.type === "fixed_date" || rule.years == null;
    return { status: "unknown", reason: incomplete ? "rule_incomplete" : "signing_date_unknown", rule, ignored };
  }
  const basis = {
    wording: rule.type === "fixed_date" ? rule.wording : ("within" as const),
    years: rule.type === "fixed_date" ? null : (rule.years ?? null),
    fixedDate: rule.type === "fixed_date" ? (rule.date ?? null) : null,
    signed,
    original,
  };
  const daysLeft = daysBetween(today, due.date);
  return {
    status: "known",
    due,
    rule,
    frozen: frozenOn !== null,
    frozenOn,
    changedOn,
    extended,
    ignored,
    basis,
    daysLeft,
    overdue: daysLeft < 0,
  };
}

function dueUnder(rule: DeadlineRule, signed: PartialDate): DueDate | null {
  if (rule.type === "fixed_date") {
    if (rule.date == null || !isValidIsoDate(rule.date)) return null;
    return { date: rule.date, precision: "day" };
  }
  if (rule.type === "none" || rule.years == null || signed.date === null || signed.precision === "unknown") return null;
  return { date: addYears(endOfPeriod(signed.date, signed.precision), rule.years), precision: signed.precision };
}

function whyIgnored(extension: Extension, due: DueDate | null, today: string): IgnoredExtension["why"] | null {
  if (!isValidIsoDate(extension.newDate) || !isValidIsoDate(extension.decidedOn)) return "invalid_date";
  if (extension.decidedOn > today) return "not_yet_decided";
  if (due === null) return "no_deadline";
  return extension.newDate > due.date ? null : "not_later";
}

export type ClockKey =
  | "noDeadline"
  | "toBeConfirmed"
  | "ruleIncomplete"
  | "fixedBefore"
  | "fixedBy"
  | "fixedUntilEndOf"
  | "withinYearsDay"
  | "withinYearsMonth"
  | "withinYearsYear"
  | "ruleChanged"
  | "frozen"
  | "extended";

/** One sentence of the clock: `params` go into the translation as they are, `dates` once the locale has formatted them. */
export type ClockSentence = {
  key: ClockKey;
  params: { text: string; count?: number; year?: string };
  dates: Partial<Record<"signed" | "due" | "fixed" | "changed" | "from" | "to" | "decided", DueDate>>;
};

/**
 * The sentences that explain a deadline, in reading order: the rule, then what a later rule did, then each extension.
 * `text` is the code of the charter text; the portal replaces it by its label.
 */
export function explanation(result: Deadline, text: string): ClockSentence[] {
  if (result.status === "none") return [{ key: "noDeadline", params: { text }, dates: {} }];
  if (result.status === "unknown") {
    if (result.reason === "rule_incomplete") return [{ key: "ruleIncomplete", params: { text }, dates: {} }];
    return [{ key: "toBeConfirmed", params: { text, count: result.rule.years ?? 0 }, dates: {} }];
  }
  const sentences = [ruleSentence(result, text)];
  if (result.changedOn !== null)
    sentences.push({ key: "ruleChanged", params: { text }, dates: { changed: day(result.changedOn) } });
  if (result.frozenOn !== null)
    sentences.push({ key: "frozen", params: { text }, dates: { changed: day(result.frozenOn) } });
  for (const { from, to, decidedOn } of result.extended) {
    sentences.push({ key: "extended", params: { text }, dates: { from, to: day(to), decided: day(decidedOn) } });
  }
  return sentences;
}

function ruleSentence({ basis }: KnownDeadline, text: string): ClockSentence {
  const due = basis.original;
  if (basis.fixedDate !== null) {
    if (basis.wording === "before") {
      return { key: "fixedBefore", params: { text }, dates: { fixed: day(addDays(basis.fixedDate, 1)), due } };
    }
    if (basis.wording !== "until_end_of") return { key: "fixedBy", params: { text }, dates: { due } };
    return { key: "fixedUntilEndOf", params: { text, year: basis.fixedDate.slice(0, 4) }, dates: { due } };
  }
  const key = { day: "withinYearsDay", month: "withinYearsMonth", year: "withinYearsYear" } as const;
  const signed = { date: basis.signed.date ?? due.date, precision: due.precision };
  return { key: key[due.precision], params: { text, count: basis.years ?? 0 }, dates: { signed, due } };
}

function day(date: string): DueDate {
  return { date, precision: "day" };
}
