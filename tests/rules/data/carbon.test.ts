import { describe, expect, it } from "vitest";
import { type CarbonResult, savedCarbonOf, savedPerYear } from "#graphql/vocabulary/carbon.rules.ts";

const claimed: CarbonResult = {
  indicatorCode: "co2_reduction",
  value: "4500",
  comparator: "more_than",
  direction: "reduction",
  unitCode: "t_co2",
  span: "year",
  evidence: "claimed",
};
const with_ = (more: Partial<CarbonResult>) => savedPerYear({ ...claimed, ...more });

describe("what a result saves per year", () => {
  it("is told in kilograms: 4,500 t are 4,500,000 kg, 1.2 Mt are 1,200,000,000 kg", () => {
    expect(with_({})).toBe(4_500_000);
    expect(with_({ value: "1.2", unitCode: "mt_co2e", indicatorCode: "co2e_reduction" })).toBe(1_200_000_000);
    expect(with_({ value: "0.25", unitCode: "kt_co2" })).toBe(250_000);
    expect(with_({ value: "3", unitCode: "t_co2e" })).toBe(3000);
  });

  it("is never what is only hoped for", () => {
    expect(with_({ evidence: "target" })).toBeNull();
    expect(with_({ evidence: "estimate" })).toBeNull();
    for (const evidence of ["modelled", "claimed", "monitored", "verified"] as const)
      expect(with_({ evidence }), evidence).toBe(4_500_000);
  });

  it("is never a figure for a whole period, for a day, or for all time", () => {
    for (const span of ["period", "point", "total"] as const) expect(with_({ span }), span).toBeNull();
  });

  it("is not guessed from shares, from what is still emitted, from more or the same, from upper bounds", () => {
    expect(with_({ indicatorCode: "co2_reduction_share", unitCode: "percent", value: "20" })).toBeNull();
    expect(with_({ indicatorCode: "net_co2_emissions" })).toBeNull();
    expect(with_({ direction: "increase" })).toBeNull();
    expect(with_({ direction: "level" })).toBeNull();
    expect(with_({ comparator: "up_to" })).toBeNull();
    expect(with_({ value: "0" })).toBeNull();
    expect(with_({ value: "-3" })).toBeNull();
  });

  it("is not read out of tonnes of which nobody says whether they are carbon or CO2", () => {
    expect(with_({ indicatorCode: "carbon_reduction", unitCode: "t_carbon", value: "7000" })).toBeNull();
    expect(with_({ indicatorCode: "carbon_reduction", unitCode: "t_co2e", value: "7000" })).toBe(7_000_000);
  });
});

describe("what a practice saves per year", () => {
  it("is the largest of its results, which are not added, or nothing", () => {
    const target = { ...claimed, value: "6000", evidence: "target" } as const;
    const measured = { ...claimed, value: "1200", evidence: "monitored" } as const;
    expect(savedCarbonOf([target, claimed, measured])).toBe(4_500_000);
    expect(savedCarbonOf([target])).toBeNull();
    expect(savedCarbonOf([])).toBeNull();
  });
});
