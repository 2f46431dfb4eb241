import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accessionChecklist,
  type AccessionState,
  accessionState,
  type AccessionSteps,
  accessionTransitions,
  isSigned,
  signatoriesOn,
} from "#graphql/charter/rules.ts";
import { addDays, type PartialDate } from "#graphql/kernel/dates.ts";
import type { DatePrecision } from "#prisma/generated/client/enums.ts";
import { applyTransition, possibleActions, type TransitionRole } from "#graphql/kernel/transitions.ts";
import { partialDates } from "../arbitraries.ts";

const folder = new URL("../../../content/reference/charter/", import.meta.url);

type Signatory = { city: string; signedOn: string | null; precision: DatePrecision; notLaterThan: string | null };
type Checkpoint = { on: string | null; precision: DatePrecision; count: number };

const signatories: Signatory[] = JSON.parse(readFileSync(new URL("signatories.json", folder), "utf8"));
const checkpoints: Checkpoint[] = JSON.parse(readFileSync(new URL("checkpoints.json", folder), "utf8"));
const accessions = signatories.map(({ signedOn, precision, notLaterThan }) => ({
  signed: { date: signedOn, precision, notLaterThan },
}));

describe("signatories on a day", () => {
  test.each([
    ["2009-11-26", 0],
    ["2009-11-27", 14],
    ["2011-11-29", 24],
    ["2012-02-28", 25],
    ["2012-02-29", 26],
    ["2012-05-31", 28],
  ])("on %s %i had surely signed", (date, count) => {
    expect(signatoriesOn(accessions, date).certain).toBe(count);
  });

  test.each(checkpoints.filter(({ on, precision }) => on !== null && precision === "day"))(
    "never more than were published on $on",
    ({ on, count }) => {
      const portoIsMissing = on === "2011-02-13";
      expect(signatoriesOn(accessions, on ?? "").certain).toBeLessThanOrEqual(count + (portoIsMissing ? 1 : 0));
    },
  );

  test("an unknown day is possible at any time, certain from its bound on", () => {
    const naples = [{ signed: { date: null, precision: "unknown", notLaterThan: "2013-06-30" } as const }];
    expect(signatoriesOn(naples, "2013-06-29")).toEqual({ certain: 0, possible: 1 });
    expect(signatoriesOn(naples, "2013-06-30")).toEqual({ certain: 1, possible: 1 });
    expect(signatoriesOn(naples, "2009-11-26", "2009-11-27")).toEqual({ certain: 0, possible: 0 });
  });

  test("who withdrew or lapsed is left out from that day on", () => {
    const signed: PartialDate = { date: "2010-02-23", precision: "day" };
    const left = [
      { signed, withdrawnOn: "2014-01-01" },
      { signed, lapsedOn: "2015-01-01" },
    ];
    expect(signatoriesOn(left, "2013-12-31").certain).toBe(2);
    expect(signatoriesOn(left, "2014-01-01").certain).toBe(1);
    expect(signatoriesOn(left, "2015-01-01")).toEqual({ certain: 0, possible: 0 });
  });

  test("certain never exceeds possible, and neither shrinks while nobody leaves", () => {
    fc.assert(
      fc.property(fc.array(partialDates()), fc.integer({ min: 0, max: 9000 }), fc.nat(2000), (dates, start, step) => {
        const list = dates.map((signed) => ({ signed }));
        const [before, after] = [addDays("2000-01-01", start), addDays("2000-01-01", start + step)];
        const [early, late] = [signatoriesOn(list, before), signatoriesOn(list, after)];
        expect(early.certain).toBeLessThanOrEqual(early.possible);
        expect(early.certain).toBeLessThanOrEqual(late.certain);
        expect(early.possible).toBeLessThanOrEqual(late.possible);
      }),
    );
  });
});

const tampere: AccessionSteps = {
  councilDecided: { date: "2016-09-26", precision: "day" },
  signed: { date: "2016-10-18", precision: "day" },
};

describe("the way into the charter", () => {
  test.each<[AccessionState, AccessionSteps]>([
    ["interested", {}],
    ["interested", { signed: { date: null, precision: "unknown" } }],
    ["adopting", { councilDecided: { date: "2016-09-26", precision: "day" } }],
    ["application_received", { interestedOn: "2016-01-01", applicationReceivedOn: "2016-10-01" }],
    ["signed", tampere],
    ["signed", { signed: { date: null, precision: "unknown", notLaterThan: "2013-06-30" } }],
    ["documents_complete", { ...tampere, documentsCompleteOn: "2016-11-01" }],
    ["listed", { ...tampere, listedOn: "2016-12-01" }],
    ["renewed", { ...tampere, lapsedOn: "2020-01-01", renewedOn: "2021-01-01" }],
    ["lapsed", { ...tampere, renewedOn: "2020-01-01", lapsedOn: "2021-01-01" }],
    ["withdrawn", { ...tampere, lapsedOn: "2021-01-01", withdrawnOn: "2021-01-01" }],
  ])("%s", (state, steps) => {
    expect(accessionState(steps)).toBe(state);
  });

  test("a city listed with an unknown signing day has signed", () => {
    expect(isSigned({ listedOn: "2014-01-01" })).toBe(true);
    expect(isSigned({ interestedOn: "2014-01-01" })).toBe(false);
  });

  test("the checklist has the seven steps in order and says what is missing", () => {
    const list = accessionChecklist(tampere, [{ kind: "photo" }, { kind: "press" }]);
    expect(list.map((entry) => [entry.position, entry.step, entry.status])).toEqual([
      [1, "council_adoption", "done"],
      [2, "contact_point", "missing"],
      [3, "application", "missing"],
      [4, "ceremony", "missing"],
      [5, "signature", "incomplete"],
      [6, "documents", "incomplete"],
      [7, "public_list", "missing"],
    ]);
    expect(list[4]?.missing).toEqual(["signatory"]);
    expect(list[5]?.missing).toEqual(["signed_charter", "statement"]);
  });

  test("a signature on an unknown day is begun, and asks for its day", () => {
    const steps: AccessionSteps = {
      signed: { date: null, precision: "unknown", notLaterThan: "2013-06-30" },
      signatoryName: "A. Mayor",
    };
    const signature = accessionChecklist(steps, [])[4];
    expect(signature).toMatchObject({ status: "incomplete", missing: ["signing_date"] });
  });

  test("only the secretariat records a signature; a city may report its council's decision", () => {
    const may = (state: AccessionState, role: TransitionRole) => possibleActions(accessionTransitions, state, [role]);
    expect(may("interested", "editor")).toEqual([]);
    expect(may("interested", "approver")).toEqual(["record_adoption", "withdraw"]);
    expect(may("listed", "approver")).toEqual([]);
    expect(may("listed", "coordinator")).toEqual(["renew", "withdraw", "lapse"]);
    expect(applyTransition(accessionTransitions, "application_received", "record_signature", ["approver"])).toEqual({
      ok: false,
      refusal: "not_allowed_for_role",
    });
    expect(applyTransition(accessionTransitions, "signed", "list", ["coordinator"])).toEqual({
      ok: false,
      refusal: "not_from_this_state",
    });
  });
});
