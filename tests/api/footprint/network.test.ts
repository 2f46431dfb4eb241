import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeBaseline, makeYear } from "../../support/factories/baseline.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";

const api = useApi();
const prisma = () => api().prisma;

/** A signatory of 2016 with a baseline of 2016 and `laptops` of 1 000 left in 2025; its target was decided in 2026. */
async function reporting(countryCode: string, laptops: number, employees: number | null = 1000) {
  const city = await makeCity(prisma(), { countryCode, signedOn: "2016-05-01" });
  const base = await makeYear(prisma(), city, 2016, { employees });
  await makeBaseline(prisma(), city.id, [base]);
  await makeYear(prisma(), city, 2025, { laptops, employees });
  return city;
}

const group =
  "key cities reporting comparing onTrack behind met missed ageYears kgPerEmployee kgPerInhabitant employeeCities inhabitantCities";

describe("the network's footprints", () => {
  it("count standing, coverage and age, and show no median of fewer than five cities", async () => {
    const coordinator = await makeNetworkPerson(prisma(), "reviewer");
    for (const laptops of [500, 600, 700, 900, 1200]) await reporting("FI", laptops);
    for (const laptops of [500, 600, 700, 800]) await reporting("SE", laptops);
    const young = await makeCity(prisma(), { countryCode: "SE", signedOn: "2024-05-01" });
    const base = await makeYear(prisma(), young, 2024, { employees: null });
    await makeBaseline(prisma(), young.id, [base]);
    const silent = await makeCity(prisma(), { countryCode: "SE" });

    const query = `{ networkFootprint(by: country) { total { ${group} } groups { ${group} }
      cities { slug latestYear ageYears status comparable years kgPerEmployee kgPerInhabitant } } }`;
    const { data, errors } = await api().ask(coordinator, query);
    expect(errors).toBeUndefined();
    const { groups, total, cities } = (data ?? {}).networkFootprint as {
      groups: object[];
      total: object;
      cities: object[];
    };
    expect(groups).toEqual([
      {
        ...{
          key: "FI",
          cities: 5,
          reporting: 5,
          comparing: 5,
          onTrack: 0,
          behind: 0,
          met: 3,
          missed: 2,
          ageYears: "1",
        },
        ...{ kgPerEmployee: "49.000", kgPerInhabitant: "0.408", employeeCities: 5, inhabitantCities: 5 },
      },
      {
        ...{
          key: "SE",
          cities: 6,
          reporting: 5,
          comparing: 4,
          onTrack: 0,
          behind: 0,
          met: 3,
          missed: 1,
          ageYears: "1",
        },
        ...{ kgPerEmployee: null, kgPerInhabitant: "0.408", employeeCities: 4, inhabitantCities: 5 },
      },
    ]);
    expect(total).toMatchObject({ cities: 11, reporting: 10, comparing: 9, met: 6, missed: 3 });
    expect(cities).toContainEqual({
      ...{ slug: young.slug, latestYear: 2024, ageYears: 2, status: "baseline", comparable: 1, years: [2024] },
      ...{ kgPerEmployee: null, kgPerInhabitant: "0.583" },
    });
    expect(cities).toContainEqual(
      expect.objectContaining({ slug: silent.slug, latestYear: null, ageYears: null, status: null, comparable: 0 }),
    );

    const progress =
      "{ networkProgress { footprintResults byCommitment { kind measured onTrack behind met missed notMeasured } } }";
    const { data: open } = await api().ask(null, progress);
    const { byCommitment, footprintResults } = (open ?? {}).networkProgress as {
      byCommitment: object[];
      footprintResults: number;
    };
    expect(footprintResults).toBe(19);
    const none = { onTrack: null, behind: null, met: null, missed: null, notMeasured: null };
    expect(byCommitment.slice(2)).toEqual([
      { kind: "pilots", measured: true, ...none },
      { kind: "footprint", measured: true, onTrack: 0, behind: 0, met: 6, missed: 3, notMeasured: 2 },
    ]);
  });

  it("keep what pilots saved elsewhere apart, unit by unit and unsummed", async () => {
    const coordinator = await makeNetworkPerson(prisma());
    await prisma().unit.create({ data: { code: "t_co2e", dimension: "carbon", symbol: "t CO₂e" } });
    await prisma().indicator.create({ data: { code: "co2e_reduction", dimension: "carbon", defaultUnit: "t_co2e" } });
    const result = { indicatorCode: "co2e_reduction", unitCode: "t_co2e", direction: "reduction" } as const;
    const source = { sourceTitle: "A report", value: 12 };
    for (const state of ["accepted", "submitted"] as const) {
      const pilot = await makePilot(prisma(), { state });
      await prisma().result.createMany({
        data: [
          { ...result, ...source, pilotId: pilot.id, evidence: "monitored" },
          { ...result, ...source, pilotId: pilot.id, evidence: "target" },
        ],
      });
    }
    const query =
      "{ networkFootprint { groups { key } enabledSavings { unit symbol results pilots list { value } } } }";
    const { data } = await api().ask(coordinator, query);
    expect(data?.networkFootprint).toEqual({
      groups: [],
      enabledSavings: [{ unit: "t_co2e", symbol: "t CO₂e", results: 1, pilots: 1, list: [{ value: "12" }] }],
    });
  });

  it("are for the network's people only", async () => {
    const approver = await makeMember(prisma(), (await makeCity(prisma())).id, "approver");
    for (const person of [approver, await makePerson(prisma()), null]) {
      const { errors } = await api().ask(person, "{ networkFootprint { asOf } }");
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});
