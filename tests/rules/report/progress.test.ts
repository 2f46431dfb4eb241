import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { group, total, worstFirst } from "#graphql/report/rules.ts";
import type { CommitmentStanding } from "#graphql/pilot/standing.rules.ts";

const row = (key: string, counting: number, standing: CommitmentStanding) => ({ key, counting, standing });

const rows = [
  row("FR", 5, "met"),
  row("FR", 2, "late"),
  row("FR", 0, "unknown"),
  row("DE", 7, "met"),
  row("DE", 1, "at_risk"),
  row("PL", 0, "unknown"),
];

describe("progress", () => {
  test("groups by key, in the order of the keys", () => {
    expect(group(rows)).toEqual([
      {
        key: "DE",
        signatories: 2,
        counting: 8,
        distribution: [0, 1, 0, 0, 0, 1],
        rate: 0.5,
        standings: {
          met: 1,
          on_track: 0,
          at_risk: 1,
          late: 0,
          unknown: 0,
        },
      },
      {
        key: "FR",
        signatories: 3,
        counting: 7,
        distribution: [1, 0, 1, 0, 0, 1],
        rate: 0.5,
        standings: {
          met: 1,
          on_track: 0,
          at_risk: 0,
          late: 1,
          unknown: 1,
        },
      },
      {
        key: "PL",
        signatories: 1,
        counting: 0,
        distribution: [1, 0, 0, 0, 0, 0],
        rate: null,
        standings: {
          met: 0,
          on_track: 0,
          at_risk: 0,
          late: 0,
          unknown: 1,
        },
      },
    ]);
  });

  test("leaves cities whose deadline is to be confirmed out of the rate, and counts them as signatories", () => {
    const all = total("", rows);
    expect(all.signatories).toBe(6);
    expect(all.rate).toBe(2 / 4);
    expect(total("", [])).toMatchObject({ signatories: 0, counting: 0, rate: null, distribution: [0, 0, 0, 0, 0, 0] });
  });

  test("adds up: distribution and standings each to the signatories, groups to the whole", () => {
    const standing = fc.constantFrom<CommitmentStanding>("met", "on_track", "at_risk", "late", "unknown");
    const some = fc.array(fc.record({ key: fc.constantFrom("FR", "DE", "PL"), counting: fc.nat(9), standing }));
    const sum = (numbers: number[]) => numbers.reduce((left, right) => left + right, 0);
    fc.assert(
      fc.property(some, (cities) => {
        const all = total("", cities);
        expect(sum(all.distribution)).toBe(cities.length);
        expect(sum(Object.values(all.standings))).toBe(cities.length);
        const groups = group(cities);
        expect(sum(groups.map(({ signatories }) => signatories))).toBe(cities.length);
        expect(sum(groups.map(({ counting }) => counting))).toBe(all.counting);
      }),
    );
  });
});

test("the list of late cities: longest late, then nearest deadline, then to be confirmed", () => {
  const city = (name: string, standing: CommitmentStanding, daysLeft: number | null) => ({
    name,
    pilots: { standing, daysLeft },
  });
  const cities = [
    city("fine", "on_track", 1200),
    city("unknown", "unknown", null),
    city("risk far", "at_risk", 700),
    city("just late", "late", -3),
    city("risk near", "at_risk", 12),
    city("done", "met", -400),
    city("long late", "late", -4000),
  ];
  expect(worstFirst(cities).map(({ name }) => name)).toEqual([
    "long late",
    "just late",
    "risk near",
    "risk far",
    "unknown",
  ]);
});
