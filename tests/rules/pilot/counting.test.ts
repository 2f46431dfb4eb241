import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counts } from "#graphql/charter/counting.rules.ts";
import * as pilot from "#graphql/pilot/rules.ts";
import type { CityPilot, PilotState } from "#graphql/pilot/rules.ts";
import { PILOT_STATES, exactly, partialDates, unknownDate } from "../arbitraries.ts";

describe("what counts", () => {
  const roubaix = exactly("2015-01-21");
  const accepted = {
    state: "accepted",
    startedOn: exactly("2016-01-01"),
    signed: roubaix,
    earlyStartAccepted: false,
  } as const;

  test("an accepted pilot counts, for each city by its own signing date", () => {
    expect(counts(accepted)).toEqual({ counts: true });
    expect(counts({ ...accepted, signed: exactly("2016-10-18") })).toEqual({
      counts: false,
      why: "begun_before_signing",
    });
    expect(counts({ ...accepted, signed: null })).toEqual({ counts: false, why: "not_signed" });
  });

  test("one begun before signing counts only if the coordinator says so", () => {
    const early = { ...accepted, startedOn: exactly("2015-01-20") };
    expect(counts(early)).toEqual({ counts: false, why: "begun_before_signing" });
    expect(counts({ ...early, earlyStartAccepted: true })).toEqual({ counts: true });
    expect(counts({ ...early, startedOn: roubaix })).toEqual({ counts: true });
  });

  test("where the dates leave it open, the acceptance is enough", () => {
    expect(counts({ ...accepted, startedOn: { date: "2015-01-01", precision: "month" } })).toEqual({
      counts: true,
    });
    expect(counts({ ...accepted, startedOn: { date: "2014-01-01", precision: "year" } })).toMatchObject({
      counts: false,
    });
    expect(counts({ ...accepted, startedOn: unknownDate() })).toEqual({ counts: true });
    expect(counts({ ...accepted, startedOn: exactly("2001-01-01"), signed: unknownDate() })).toEqual({
      counts: true,
    });
  });

  test("nothing counts unless accepted", () => {
    const states = fc.constantFrom(...PILOT_STATES);
    fc.assert(
      fc.property(
        states,
        partialDates(),
        partialDates(),
        fc.boolean(),
        (state, startedOn, signed, earlyStartAccepted) => {
          const result = counts({ state, startedOn, signed, earlyStartAccepted });
          if (result.counts) expect(state).toBe("accepted");
          if (state === "accepted" && earlyStartAccepted) expect(result.counts).toBe(true);
        },
      ),
    );
  });
});

describe("the five slots", () => {
  const one = (id: string, slot: number | null, state: PilotState): CityPilot => ({
    id,
    slot,
    state,
    counts: state === "accepted",
  });

  test("each pilot in its own slot", () => {
    const result = pilot.slots([
      one("a", 5, "accepted"),
      one("b", 1, "submitted"),
      one("c", 3, "refused"),
      one("d", 2, "draft"),
    ]);
    expect(result.slots.map(({ state, pilotId }) => [state, pilotId])).toEqual([
      ["review", "b"],
      ["partial", "d"],
      ["refused", "c"],
      ["empty", null],
      ["full", "a"],
    ]);
    expect(result).toMatchObject({ extra: [], counting: 1 });
  });

  test("an accepted pilot that does not count is not full", () => {
    const early: CityPilot = { id: "a", slot: 1, state: "accepted", counts: false };
    expect(pilot.slots([early]).slots[0]).toEqual({ slot: 1, state: "partial", pilotId: "a" });
  });

  test("the sixth has no slot, and a refused one gives way to one that counts", () => {
    const five = [1, 2, 3, 4].map((slot) => one(`a${slot}`, slot, "accepted"));
    const result = pilot.slots([
      ...five,
      one("r", 5, "refused"),
      one("x", null, "accepted"),
      one("y", null, "accepted"),
    ]);
    expect(result.slots.map(({ pilotId }) => pilotId)).toEqual(["a1", "a2", "a3", "a4", "x"]);
    expect(result.extra.map(({ pilotId }) => pilotId)).toEqual(["y", "r"]);
    expect(result.counting).toBe(6);
  });

  test("nothing is lost or shown twice, and no counting pilot is hidden by another", () => {
    const pilots = fc.array(
      fc.record({
        slot: fc.option(fc.integer({ min: 0, max: 6 })),
        state: fc.constantFrom(...PILOT_STATES),
        counts: fc.boolean(),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(pilots, (list) => {
        const named = list.map((entry, index) => ({ ...entry, id: `p${index}` }));
        const { slots, extra, counting } = pilot.slots(named);
        const shown = [...slots.flatMap(({ pilotId }) => pilotId ?? []), ...extra.map(({ pilotId }) => pilotId)];
        const live = named.filter(({ state }) => state !== "archived").map(({ id }) => id);
        expect(shown.sort()).toEqual(live.sort());
        expect(slots.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
        expect(slots.filter(({ state }) => state === "full")).toHaveLength(Math.min(5, counting));
      }),
    );
  });
});
