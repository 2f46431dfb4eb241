import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeBaseline, makeSet, makeYear, type YearOptions } from "../../support/factories/baseline.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";

const api = useApi();
const prisma = () => api().prisma;
const global = (type: "City" | "Inventory" | "Baseline", { id }: { id: string }) => encodeGlobalID(type, id);

const refusals = `... on InvalidInput { issues { path code params { name value } } } ... on NotFound { subject }
  ... on Forbidden { reason } ... on Conflict { currentVersion }`;
const shown =
  "id state kg adjustmentKg changePercent thresholdPercent baseYear perimeters why: reason explanation decisionComment decidedBy";

async function run(person: string | null, call: string, declared: string, variables: object, fields = shown) {
  const [name = ""] = call.split("(");
  const type = name === "updateFootprintPlan" ? "City" : "Baseline";
  const query = `mutation(${declared}) { ${call} { __typename ... on ${type} { ${fields} } ${refusals} } }`;
  const answer = await api().ask(person, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data?.[name] as Record<string, unknown>;
}

async function desk() {
  const city = await makeCity(prisma(), { signedOn: "2022-05-01" });
  const [editor, approver] = [await makeMember(prisma(), city.id), await makeMember(prisma(), city.id, "approver")];
  const coordinator = await makeNetworkPerson(prisma());
  const year = (of: number, options: YearOptions = {}) => makeYear(prisma(), city, of, options);
  const choose = (person: string | null, years: { id: string }[], input: object = {}) =>
    run(person, "chooseBaseline(cityId: $id, input: $input)", "$id: ID!, $input: ChooseBaselineInput!", {
      id: global("City", city),
      input: { inventories: years.map((row) => global("Inventory", row)), language: "en", ...input },
    });
  const ask = (person: string | null, years: { id: string }[], input: object = {}) =>
    run(person, "requestRecalculation(cityId: $id, input: $input)", "$id: ID!, $input: RecalculationInput!", {
      id: global("City", city),
      input: {
        inventories: years.map((row) => global("Inventory", row)),
        ...{ language: "en", reason: "structure", explanation: "Schools moved in." },
        ...input,
      },
    });
  return { city, editor, approver, coordinator, year, choose, ask };
}

const answer = (
  person: string | null,
  action: "approve" | "refuse" | "withdraw" | "reopen",
  id: unknown,
  comment?: string,
) =>
  run(
    person,
    "moveRecalculation(id: $id, action: $action, comment: $comment)",
    "$id: ID!, $action: RecalculationStep!, $comment: String",
    { id, action, comment },
  );

const codesOf = ({ issues }: Record<string, unknown>) =>
  (issues as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

describe("the first baseline", () => {
  it("is the mean of published years, chosen by the approver, and in force at once", async () => {
    const { approver, editor, year, choose } = await desk();
    const years = [await year(2022), await year(2023, { laptops: 1001 })];
    expect(await choose(editor, years)).toEqual({ __typename: "Forbidden", reason: "not_your_right" });
    const baseline = await choose(approver, years);
    // 1 000 laptops: 50 000 kg made + 20 000 kg used; 1 001: 70 070 kg; their mean.
    expect(baseline).toMatchObject({ state: "active", kg: "70035.000", baseYear: 2023, changePercent: null });
    expect(codesOf(await choose(approver, years))).toEqual(["inventories baseline_exists"]);
  });

  it("is one, also when two choose at the same moment", async () => {
    const { city, approver, year, choose } = await desk();
    const [a, b] = [await year(2022), await year(2023)];
    const answers = await Promise.all([choose(approver, [a]), choose(approver, [b])]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["Baseline", "InvalidInput"]);
    expect(await prisma().baseline.count({ where: { cityId: city.id } })).toBe(1);
  });

  it("takes only published years of this city with one boundary, one factor set and the same unknown parts", async () => {
    const { approver, year, choose } = await desk();
    const plain = await year(2022);
    const other = await makeSet(prisma(), "other-set", 2);
    for (const [of, options] of [
      [2019, { perimeters: ["administration", "schools"] }],
      [2020, { factorSetId: other.id }],
      [2021, { cloud: 1 }],
      [2023, { tenures: ["owned", "leased"] }],
    ] as const)
      expect(codesOf(await choose(approver, [plain, await year(of, options as YearOptions)]))).toEqual([
        "inventories baseline_mixed",
      ]);
    const draft = await year(2024, { state: "draft" });
    const territory = await year(2024, { scope: "territory", perimeters: ["households"] });
    for (const row of [draft, territory])
      expect(codesOf(await choose(approver, [row]))).toEqual(["inventories baseline_not_published"]);
    const stranger = await makeYear(prisma(), await makeCity(prisma()), 2022);
    expect(await choose(approver, [plain, stranger])).toEqual({ __typename: "NotFound", subject: "Inventory" });
    expect(codesOf(await choose(approver, []))).toEqual(["inventories too_small"]);
  });

  it("needs an explanation when a year is more than two years away from signing", async () => {
    const { approver, year, choose } = await desk();
    const early = await year(2019);
    const refused = await choose(approver, [early], { explanation: " " });
    expect(refused.issues).toEqual([
      {
        ...{ path: "explanation", code: "base_year_outside_window" },
        params: [
          { name: "from", value: "2020" },
          { name: "to", value: "2024" },
        ],
      },
    ]);
    expect(await choose(approver, [early], { explanation: "No later data." })).toMatchObject({ state: "active" });
  });
});

describe("a recalculation", () => {
  it("is asked for by the city, approved by a coordinator; both baselines stay and published years do not move", async () => {
    const { city, editor, approver, coordinator, year, choose, ask } = await desk();
    const base = await year(2022);
    const first = await choose(approver, [base]);
    const asked = await ask(editor, [base], { adjustmentKg: "7000.5", perimeters: ["administration", "schools"] });
    expect(asked).toMatchObject({ state: "proposed", kg: "77000.500", changePercent: "10.00", why: "structure" });
    expect(codesOf(await ask(editor, [base], { adjustmentKg: "8000" }))).toEqual(["inventories recalculation_open"]);
    expect(await answer(approver, "approve", asked.id)).toMatchObject({ __typename: "Forbidden" });
    const before = await prisma().inventory.findUniqueOrThrow({ where: { id: base.id } });
    expect(await answer(coordinator, "approve", asked.id, "Fine.")).toMatchObject({ state: "active" });
    expect(await answer(coordinator, "approve", asked.id)).toMatchObject({ reason: "not_in_this_state" });
    expect(await prisma().inventory.findUniqueOrThrow({ where: { id: base.id } })).toEqual(before);

    const query = `query($slug: String!) { city(slug: $slug) { footprint { baseline { id } baselines { ${shown} viewerCan } } } }`;
    const { data } = await api().ask(null, query, { slug: city.slug });
    const { footprint } = (data ?? {}).city as { footprint: { baseline: object; baselines: object[] } };
    expect(footprint.baseline).toEqual({ id: asked.id });
    expect(footprint.baselines).toMatchObject([
      {
        id: asked.id,
        state: "active",
        decisionComment: null,
        decidedBy: null,
        perimeters: ["administration", "schools"],
      },
      { id: first.id, state: "superseded", kg: "70000.000" },
    ]);
    const trail = await prisma().auditEntry.findMany({ where: { cityId: city.id, subject: "Baseline" } });
    expect(trail.map(({ action }) => action).toSorted()).toEqual([
      "footprint.approve_recalculation",
      "footprint.choose_baseline",
      "footprint.request_recalculation",
    ]);
  });

  it("below the published threshold is refused with both figures", async () => {
    const { city, approver, editor, year, choose, ask } = await desk();
    const base = await year(2022);
    expect(codesOf(await ask(editor, [base], { adjustmentKg: "9000" }))).toEqual(["inventories baseline_needed"]);
    await choose(approver, [base]);
    const small = await ask(editor, [base], { adjustmentKg: "-3400" });
    expect(small.issues).toEqual([
      {
        ...{ path: "inventories", code: "recalculation_below_threshold" },
        params: [
          { name: "percent", value: "-4.86" },
          { name: "threshold", value: "5.00" },
        ],
      },
    ]);
    const plan = (version: number, input: object) =>
      run(
        approver,
        "updateFootprintPlan(cityId: $id, input: $input)",
        "$id: ID!, $input: FootprintPlanInput!",
        { id: global("City", city), input: { version, ...input } },
        "footprint { plan { thresholdPercent path version } }",
      );
    expect(await plan(1, { thresholdPercent: "4.8", path: "constant_rate" })).toMatchObject({
      footprint: { plan: { thresholdPercent: "4.80", path: "constant_rate", version: 2 } },
    });
    expect(await plan(1, { thresholdPercent: "3" })).toEqual({ __typename: "Conflict", currentVersion: 2 });
    expect(codesOf(await plan(2, { thresholdPercent: "101" }))).toEqual(["thresholdPercent too_big"]);
    expect(await ask(editor, [base], { adjustmentKg: "-3400" })).toMatchObject({ state: "proposed", kg: "66600.000" });
  });

  it("moves the boundary or adds an adjustment only for a change of structure", async () => {
    const { approver, editor, year, choose, ask } = await desk();
    const base = await year(2022);
    await choose(approver, [base]);
    const schools = { perimeters: ["administration", "schools"] };
    const problems = async (input: object) => codesOf(await ask(editor, [base], input));
    expect(await problems({ reason: "error", adjustmentKg: "9000" })).toEqual(["adjustmentKg only_for_structure"]);
    expect(await problems({ reason: "method", ...schools })).toEqual(["perimeters only_for_structure"]);
    expect(await problems(schools)).toEqual(["adjustmentKg required"]);
    expect(await problems({ adjustmentKg: "1", perimeters: ["households"] })).toEqual(["perimeters unknown_code"]);
    expect(await problems({ adjustmentKg: "-70001" })).toEqual(["adjustmentKg baseline_negative"]);
    expect(await problems({ explanation: " ", adjustmentKg: "1.2345" })).toEqual([
      "explanation required",
      "adjustmentKg too_precise",
    ]);
  });

  it("restates its years with another factor set from their lines", async () => {
    const { approver, editor, coordinator, city, year, choose, ask } = await desk();
    const years = [await year(2022), await year(2023)];
    await choose(approver, years);
    await makeSet(prisma(), "double", 2);
    const input = { reason: "method", factorSet: "double", explanation: "A newer edition." };
    expect(codesOf(await ask(editor, years, { ...input, factorSet: "none" }))).toEqual(["factorSet unknown_code"]);
    const asked = await ask(editor, years, input);
    expect(asked).toMatchObject({ kg: "120000.000", changePercent: "71.43" });
    await answer(coordinator, "approve", asked.id);
    const query = "query($slug: String!) { city(slug: $slug) { footprint { years { year status why } } } }";
    await year(2024);
    const { data } = await api().ask(null, query, { slug: city.slug });
    expect(((data ?? {}).city as { footprint: { years: object[] } }).footprint.years.slice(0, 3)).toEqual([
      { year: 2022, status: "baseline", why: [] },
      { year: 2023, status: "baseline", why: [] },
      { year: 2024, status: "not_comparable", why: ["method"] },
    ]);
  });

  it("is refused with a comment, or taken back by the city; strangers see neither", async () => {
    const { city, approver, editor, coordinator, year, choose, ask } = await desk();
    const base = await year(2022);
    await choose(approver, [base]);
    const one = await ask(editor, [base], { adjustmentKg: "9000" });
    expect(codesOf(await answer(coordinator, "refuse", one.id))).toEqual(["comment required"]);
    expect(await answer(coordinator, "withdraw", one.id)).toMatchObject({ reason: "not_your_right" });
    expect(await answer(coordinator, "refuse", one.id, "Not moved yet.")).toMatchObject({ state: "refused" });
    const two = await ask(editor, [base], { adjustmentKg: "9000" });
    expect(await answer(editor, "withdraw", two.id)).toMatchObject({ state: "withdrawn" });
    const query = "query($slug: String!) { city(slug: $slug) { footprint { baselines { state } } } }";
    const seen = async (person: string | null) => {
      const { data } = await api().ask(person, query, { slug: city.slug });
      return ((data ?? {}).city as { footprint: { baselines: object[] } }).footprint.baselines.length;
    };
    expect([await seen(null), await seen(editor), await seen(coordinator)]).toEqual([1, 3, 3]);
  });

  it("waits in a queue that only the network's people read", async () => {
    const { city, editor, coordinator, year } = await desk();
    const base = await year(2022);
    await makeBaseline(prisma(), city.id, [base], { state: "proposed", requestedOn: new Date("2020-01-01") });
    const query = "{ recalculationQueue { city { slug } viewerCan } }";
    const { data } = await api().ask(coordinator, query);
    expect(((data ?? {}).recalculationQueue as object[])[0]).toEqual({
      city: { slug: city.slug },
      viewerCan: ["footprint_approve_recalculation", "footprint_refuse_recalculation"],
    });
    expect((await api().ask(editor, query)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});
