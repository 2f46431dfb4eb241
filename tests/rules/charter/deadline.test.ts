import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Deadline,
  deadline,
  type DeadlineRule,
  explanation,
  type Extension,
  type KnownDeadline,
} from "#graphql/charter/rules.ts";
import { addDays, addYears, latestDay, type PartialDate } from "#graphql/kernel/dates.ts";
import { days, exactly, partialDates } from "../arbitraries.ts";

type Version = { code: string; commitments: { kind: string; rules: DeadlineRule[] }[] };
const file = new URL("../../../content/reference/charter/versions.json", import.meta.url);
const versions: Version[] = JSON.parse(readFileSync(file, "utf8"));

function rulesOf(code: string, kind: string): DeadlineRule[] {
  return versions.find((version) => version.code === code)?.commitments.find((one) => one.kind === kind)?.rules ?? [];
}

function known(result: Deadline): KnownDeadline {
  if (result.status !== "known") throw new Error(`expected a known deadline, got ${result.status}`);
  return result;
}

function within(years: number, inForceFrom = "2011-01-01"): DeadlineRule {
  return { inForceFrom, type: "years_after_signing", years, wording: "within" };
}

function fixed(date: string, inForceFrom = "2009-11-27"): DeadlineRule {
  return { inForceFrom, type: "fixed_date", date, wording: "by" };
}

const today = "2026-11-22";
const unknown: PartialDate = { date: null, precision: "unknown", notLaterThan: "2013-06-30" };

describe("deadlines of the charter texts", () => {
  test.each([
    ["2011", "pilots", "2012-02-29", "2017-02-28"],
    ["2011", "footprint", "2012-02-29", "2022-02-28"],
    ["2011", "pilots", "2015-01-21", "2020-01-21"],
    ["2011", "footprint", "2015-01-21", "2025-01-21"],
    ["2016", "pilots", "2016-10-18", "2021-10-18"],
    ["2009", "pilots", "2009-11-27", "2014-12-31"],
    ["2009", "footprint", "2009-11-27", "2020-12-31"],
    ["2009", "cooperation", "2010-02-23", "2011-12-31"],
  ])("%s text, %s, signed %s: due %s", (code, kind, signed, due) => {
    const result = known(deadline({ rules: rulesOf(code, kind), signed: exactly(signed), today }));
    expect(result.due).toEqual({ date: due, precision: "day" });
    expect(result.overdue).toBe(true);
  });

  test("29 February stays 29 February in a leap year", () => {
    expect(known(deadline({ rules: [within(4)], signed: exactly("2012-02-29"), today })).due.date).toBe("2016-02-29");
  });

  test("the 2011 text sets no deadline for cooperation, and no rule is no deadline", () => {
    expect(deadline({ rules: rulesOf("2011", "cooperation"), signed: exactly("2015-01-21"), today }).status).toBe(
      "none",
    );
    expect(deadline({ rules: [], signed: unknown, today }).status).toBe("none");
  });

  test("the last day is not yet overdue", () => {
    const at = (day: string) => known(deadline({ rules: [within(5)], signed: exactly("2015-01-21"), today: day }));
    expect(at("2020-01-21")).toMatchObject({ daysLeft: 0, overdue: false });
    expect(at("2020-01-22")).toMatchObject({ daysLeft: -1, overdue: true });
  });

  test("a month or a year of signing gives a deadline of the same precision, at its last possible day", () => {
    const at = (signed: PartialDate) => known(deadline({ rules: [within(5)], signed, today })).due;
    expect(at({ date: "2011-10-01", precision: "month" })).toEqual({ date: "2016-10-31", precision: "month" });
    expect(at({ date: "2012-02-01", precision: "month" })).toEqual({ date: "2017-02-28", precision: "month" });
    expect(at({ date: "2013-01-01", precision: "year" })).toEqual({ date: "2018-12-31", precision: "year" });
  });

  test("an unknown signing day leaves the date to be confirmed, except under a fixed date", () => {
    expect(deadline({ rules: [within(5)], signed: unknown, today })).toMatchObject({
      status: "unknown",
      reason: "signing_date_unknown",
    });
    expect(known(deadline({ rules: [fixed("2014-12-31")], signed: unknown, today })).due.date).toBe("2014-12-31");
  });

  test("a rule without its date or years gives no date", () => {
    const broken: DeadlineRule = { inForceFrom: "2011-01-01", type: "fixed_date", wording: "by" };
    expect(deadline({ rules: [broken], signed: exactly("2012-01-01"), today })).toMatchObject({
      reason: "rule_incomplete",
    });
  });
});

describe("rules that change", () => {
  const rules = [within(5), within(7, "2018-01-01")];

  test("the new rule moves a deadline that is still open, from its own day on", () => {
    const at = (day: string) => known(deadline({ rules, signed: exactly("2015-01-21"), today: day }));
    expect(at("2017-12-31")).toMatchObject({ due: { date: "2020-01-21" }, changedOn: null });
    expect(at("2018-01-01")).toMatchObject({ due: { date: "2022-01-21" }, changedOn: "2018-01-01", frozen: false });
  });

  test("the new rule leaves a passed deadline alone and says so", () => {
    const result = known(deadline({ rules, signed: exactly("2012-02-29"), today }));
    expect(result).toMatchObject({ due: { date: "2017-02-28" }, frozen: true, frozenOn: "2018-01-01" });
  });

  test("a deadline whose last day is the day of the change has not passed", () => {
    expect(known(deadline({ rules, signed: exactly("2013-01-01"), today })).due.date).toBe("2020-01-01");
  });

  test("who signs under the new rule has the new rule, unchanged", () => {
    expect(known(deadline({ rules, signed: exactly("2018-01-01"), today }))).toMatchObject({
      due: { date: "2025-01-01" },
      changedOn: null,
    });
  });

  test("an extension granted before a change is not taken back by it", () => {
    const extensions = [{ newDate: "2026-01-01", decidedOn: "2016-05-01" }];
    expect(known(deadline({ rules, signed: exactly("2015-01-21"), extensions, today })).due.date).toBe("2026-01-01");
  });
});

describe("extensions", () => {
  const signed = exactly("2015-01-21");
  const extensions: Extension[] = [
    { newDate: "2022-01-21", decidedOn: "2021-03-01", reason: "second" },
    { newDate: "2021-01-21", decidedOn: "2019-12-01", reason: "first" },
    { newDate: "2020-06-01", decidedOn: "2021-04-01" },
    { newDate: "2021-02-30", decidedOn: "2021-04-02" },
    { newDate: "2030-01-01", decidedOn: "2027-01-01" },
  ];

  test("are traced in the order they were decided; an earlier date, a false date and a future decision are ignored", () => {
    const result = known(deadline({ rules: [within(5)], signed, extensions, today }));
    expect(result.extended.map(({ from, to, reason }) => [from.date, to, reason])).toEqual([
      ["2020-01-21", "2021-01-21", "first"],
      ["2021-01-21", "2022-01-21", "second"],
    ]);
    expect(result.ignored.map(({ why }) => why)).toEqual(["not_later", "invalid_date", "not_yet_decided"]);
    expect(result.basis.original.date).toBe("2020-01-21");
    expect(result.due).toEqual({ date: "2022-01-21", precision: "day" });
  });

  test("without a deadline there is nothing to extend", () => {
    const result = deadline({ rules: [within(5)], signed: unknown, extensions: extensions.slice(0, 1), today });
    expect(result.ignored).toMatchObject([{ why: "no_deadline" }]);
  });
});

describe("the explanation", () => {
  const explain = (rules: DeadlineRule[], signed: PartialDate, extensions: Extension[] = []) =>
    explanation(deadline({ rules, signed, extensions, today }), "2011").map(({ key }) => key);

  test("names the text, the day and the rule", () => {
    const [first] = explanation(
      deadline({ rules: rulesOf("2009", "pilots"), signed: exactly("2009-11-27"), today }),
      "2009",
    );
    expect(first).toEqual({
      key: "fixedBefore",
      params: { text: "2009" },
      dates: { fixed: { date: "2015-01-01", precision: "day" }, due: { date: "2014-12-31", precision: "day" } },
    });
    const [second] = explanation(deadline({ rules: [within(5)], signed: exactly("2012-02-29"), today }), "2011");
    expect(second).toMatchObject({
      key: "withinYearsDay",
      params: { text: "2011", count: 5 },
      dates: { signed: { date: "2012-02-29" }, due: { date: "2017-02-28" } },
    });
  });

  test("has one sentence per thing that happened", () => {
    expect(explain(rulesOf("2009", "footprint"), unknown)).toEqual(["fixedBy"]);
    expect(explain(rulesOf("2009", "cooperation"), unknown)).toEqual(["fixedUntilEndOf"]);
    expect(explain(rulesOf("2011", "cooperation"), unknown)).toEqual(["noDeadline"]);
    expect(explain([within(5)], unknown)).toEqual(["toBeConfirmed"]);
    expect(explain([within(5)], { date: "2011-10-01", precision: "month" })).toEqual(["withinYearsMonth"]);
    expect(explain([within(5)], { date: "2011-01-01", precision: "year" })).toEqual(["withinYearsYear"]);
    const extension = { newDate: "2023-01-01", decidedOn: "2018-05-05" };
    expect(explain([within(5), within(6, "2018-01-01")], exactly("2012-02-29"), [extension])).toEqual([
      "withinYearsDay",
      "frozen",
      "extended",
    ]);
    expect(explain([within(5), within(6, "2016-01-01")], exactly("2012-02-29"))).toEqual([
      "withinYearsDay",
      "ruleChanged",
    ]);
  });

  test.each(["en", "fr", "de", "pl", "el"])(
    "every sentence exists in %s, with every plural form and placeholder",
    (locale) => {
      const read = (name: string) =>
        JSON.parse(readFileSync(new URL(`../../../locales/${name}/charter.json`, import.meta.url), "utf8"))
          .clock as Record<string, string>;
      const [words, english] = [read(locale), read("en")];
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const expected = Object.keys(english).flatMap((key) => {
        const stem = key.replace(/_other$/, "");
        return key.endsWith("_one") ? [] : stem === key ? [key] : forms.map((form) => `${stem}_${form}`);
      });
      expect(Object.keys(words).sort()).toEqual(expected.sort());
      for (const [key, text] of Object.entries(words)) {
        const source = english[key] ?? english[key.replace(/_\w+$/, "_other")] ?? "";
        const names = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort();
        expect(names(text)).toEqual(names(source));
      }
    },
  );
});

function ruleChanges(): fc.Arbitrary<DeadlineRule> {
  return fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 12 }), days()).map(([years, from]) => within(years, from)),
    fc.tuple(days(), days()).map(([date, from]) => fixed(date, from)),
  );
}

describe("properties", () => {
  const rules = fc.array(ruleChanges(), { minLength: 1, maxLength: 4 });
  const extensions = fc.array(fc.record({ newDate: days(), decidedOn: days() }), { maxLength: 3 });

  test("more years never give an earlier deadline", () => {
    fc.assert(
      fc.property(partialDates(), fc.integer({ min: 0, max: 30 }), fc.nat(30), (signed, years, more) => {
        fc.pre(signed.precision !== "unknown");
        const [sooner, later] = [within(years), within(years + more)].map(
          (rule) => known(deadline({ rules: [rule], signed, today })).due.date,
        );
        expect((sooner ?? "") <= (later ?? "")).toBe(true);
      }),
    );
  });

  test("the same years never bring an earlier signature a later deadline", () => {
    fc.assert(
      fc.property(days(), fc.nat(1000), fc.integer({ min: 1, max: 12 }), (first, gap, years) => {
        const due = (date: string) => addYears(date, years);
        expect(due(first) <= due(addDays(first, gap))).toBe(true);
      }),
    );
  });

  test("an extension never moves a deadline backwards", () => {
    fc.assert(
      fc.property(rules, partialDates(), extensions, days(), (list, signed, granted, day) => {
        const [plain, extended] = [[], granted].map((some) =>
          deadline({ rules: list, signed, extensions: some, today: day }),
        );
        if (plain?.status !== "known" || extended?.status !== "known") return;
        expect(extended.due.date >= plain.due.date).toBe(true);
        for (const step of extended.extended) expect(step.to > step.from.date).toBe(true);
        expect(extended.extended.length + extended.ignored.length).toBe(granted.length);
      }),
    );
  });

  test("a rule that comes into force after a deadline has passed does not move it", () => {
    fc.assert(
      fc.property(rules, partialDates(), ruleChanges(), fc.integer({ min: 1, max: 900 }), (list, signed, late, gap) => {
        const far = "2099-01-01";
        const before = deadline({ rules: list, signed, today: far });
        if (before.status !== "known") return;
        const floor =
          [before.due.date, latestDay(signed) ?? "", ...list.map((rule) => rule.inForceFrom)].sort().at(-1) ?? "";
        const after = known(
          deadline({ rules: [...list, { ...late, inForceFrom: addDays(floor, gap) }], signed, today: far }),
        );
        expect(after.due).toEqual(before.due);
        expect(after.frozen).toBe(true);
      }),
    );
  });

  test("days left and overdue agree", () => {
    fc.assert(
      fc.property(rules, partialDates(), days(), (list, signed, day) => {
        const result = deadline({ rules: list, signed, today: day });
        if (result.status === "known") expect(result.overdue).toBe(result.due.date < day);
      }),
    );
  });
});
