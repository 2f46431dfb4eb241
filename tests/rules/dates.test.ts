import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as dates from "#graphql/kernel/dates.ts";
import { days, partialDates } from "./arbitraries.ts";

describe("days", () => {
  test.each(["2011-02-29", "2012-02-30", "2012-13-01", "2012-1-1", "2012-01-01T00:00:00Z", "", "0000-00-00"])(
    "%s is no day",
    (text) => {
      expect(dates.isValidIsoDate(text)).toBe(false);
    },
  );

  test("are read as far as they are known", () => {
    expect(dates.parsePartialDate(" 2012-02-29 ")).toEqual({ date: "2012-02-29", precision: "day" });
    expect(dates.parsePartialDate("2011-10")).toEqual({ date: "2011-10-01", precision: "month" });
    expect(dates.parsePartialDate("2009")).toEqual({ date: "2009-01-01", precision: "year" });
    expect(dates.parsePartialDate("")).toEqual({ date: null, precision: "unknown" });
    for (const text of ["2011-02-29", "2011-13", "20111", "spring 2011", "2011-1"])
      expect(dates.parsePartialDate(text)).toBeNull();
  });

  test("come out of the database as the day they went in, in any time zone", () => {
    expect(dates.toIsoDate(new Date("2012-02-29T00:00:00Z"))).toBe("2012-02-29");
    expect(dates.toPartialDate(null, "day", new Date("2013-06-30"))).toEqual({
      date: null,
      precision: "unknown",
      notLaterThan: "2013-06-30",
    });
  });

  test("years from 29 February end on the last of February", () => {
    expect(dates.addYears("2012-02-29", 5)).toBe("2017-02-28");
    expect(dates.addYears("2012-02-29", 10)).toBe("2022-02-28");
    expect(dates.addYears("2012-02-29", 8)).toBe("2020-02-29");
    expect(dates.addYears("2011-02-28", 1)).toBe("2012-02-28");
  });

  test("across a change to summer time a day is still a day", () => {
    expect(dates.daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(dates.addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(dates.endOfPeriod("2012-02-01", "month")).toBe("2012-02-29");
    expect(dates.endOfPeriod("2011-12-01", "month")).toBe("2011-12-31");
  });

  test("adding and counting agree", () => {
    fc.assert(
      fc.property(days(), fc.integer({ min: -4000, max: 4000 }), (day, offset) => {
        expect(dates.daysBetween(day, dates.addDays(day, offset))).toBe(offset);
      }),
    );
  });
});

describe("partial dates", () => {
  test("the earliest day is never after the latest, and before excludes after", () => {
    fc.assert(
      fc.property(partialDates(), partialDates(), (a, b) => {
        const [first, last] = [dates.earliestDay(a), dates.latestDay(a)];
        if (first !== null && last !== null) expect(first <= last).toBe(true);
        if (dates.isBefore(a, b) === "yes") expect(dates.isBefore(b, a)).toBe("no");
      }),
    );
  });

  test("a known bound is the latest day", () => {
    expect(dates.latestDay({ date: "2010-03-01", precision: "month", notLaterThan: "2011-02-13" })).toBe("2011-02-13");
    expect(dates.latestDay({ date: null, precision: "unknown", notLaterThan: "2013-06-30" })).toBe("2013-06-30");
    expect(dates.latestDay({ date: null, precision: "unknown" })).toBeNull();
    expect(dates.earliestDay({ date: null, precision: "unknown", notLaterThan: "2013-06-30" })).toBeNull();
  });
});
