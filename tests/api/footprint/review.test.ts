import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeInventory } from "../../support/factories/inventory.ts";
import { footprintDesk, gid } from "../../support/desks/footprint.ts";

const api = useApi();
const { call, read, team } = footprintDesk(api);

/** Everything that a published inventory is, as it is stored. */
async function stored(id: string) {
  return api().prisma.inventory.findUniqueOrThrow({
    where: { id },
    include: { lines: true, grid: true, acceptances: true, reviews: true, imports: true },
  });
}

describe("the way to publication", () => {
  it("passes by the right hands, tells them by mail, and keeps what they saw", async () => {
    const { prisma, mailer, drain } = api();
    const { city, editor, approver, coordinator } = await team();
    const draft = await makeInventory(prisma, { cityId: city.id });
    const move = (person: string, action: string, more = "") =>
      call(person, "moveInventory", `id: "${gid(draft)}" action: ${action} ${more}`, "state publishedOn viewerCan");
    expect(await move(approver, "sign_off")).toMatchObject({ reason: "not_in_this_state" });
    expect(await move(coordinator, "request_sign_off")).toMatchObject({ reason: "not_your_right" });
    expect(await move(editor, "request_sign_off")).toMatchObject({ state: "awaiting_sign_off" });
    mailer.sent.length = 0;
    await drain();
    const address = (await prisma.user.findUniqueOrThrow({ where: { id: approver } })).email;
    expect(mailer.sent).toMatchObject([
      { to: address, subject: `Please sign off the ICT inventory “${city.name} 2024”` },
    ]);
    expect(
      await call(editor, "updateInventory", `id: "${gid(draft)}", input: { version: 2, note: "x" }`),
    ).toMatchObject({
      reason: "not_in_this_state",
    });
    expect(await move(approver, "sign_off")).toMatchObject({ state: "submitted" });
    expect(await move(coordinator, "request_changes")).toMatchObject({
      issues: [{ path: "comment", code: "required" }],
    });
    expect(await move(coordinator, "request_changes", `comment: "Count the schools."`)).toMatchObject({
      state: "changes_requested",
    });
    await move(editor, "request_sign_off");
    await move(approver, "sign_off");
    expect(await move(approver, "publish")).toMatchObject({ reason: "not_your_right" });
    expect(await move(coordinator, "publish")).toMatchObject({
      state: "published",
      publishedOn: "2026-11-22",
    });
    mailer.sent.length = 0;
    await drain();
    expect(mailer.sent.map(({ subject }) => subject)).toContain(`Published: the ICT inventory “${city.name} 2024”`);

    const reviews = "reviews { decision comment deciderName decidedOn }";
    const own = await read(editor, gid(draft), reviews);
    expect(own?.reviews).toHaveLength(6);
    expect(own?.reviews).toContainEqual(
      expect.objectContaining({ decision: "changes_requested", comment: "Count the schools." }),
    );
    expect(await read(null, gid(draft), reviews)).toEqual({
      reviews: [{ decision: "published", comment: null, deciderName: null, decidedOn: "2026-11-22" }],
    });
    const { snapshot } = await prisma.review.findFirstOrThrow({
      where: { inventoryId: draft.id, decision: "published" },
    });
    expect(snapshot).toMatchObject({
      result: { total: { central: "3877.416" }, complete: true },
      grid: [{ country: "FR", value: "44.18", series: "ember", sourceTitle: "A source", licence: "CC BY 4.0" }],
      factorSet: { code: "typical" },
      lines: [{ category: "laptop", quantity: "100", total: { central: "3877.416" }, kwh: "3975" }],
    });
    expect((snapshot as { factors: { category: string; kind: string; sourceTitle: string }[] }).factors).toHaveLength(
      3,
    );
  });

  it("refuses a sign-off while something is missing, and says what", async () => {
    const { prisma } = api();
    const { city, editor } = await team();
    const empty = await makeInventory(prisma, {
      cityId: city.id,
      year: 2026,
      perimeters: [],
      tenures: [],
      of: [],
      electricity: {},
    });
    const ask = (id: string) => call(editor, "moveInventory", `action: request_sign_off, id: "${id}"`);
    const missing = ["lines", "perimeters", "tenures", "grid", "year_not_over"];
    expect(await read(editor, gid(empty), "missing")).toEqual({ missing });
    const { issues } = await ask(gid(empty));
    expect((issues as { code: string }[]).map(({ code }) => code)).toEqual(missing.map((code) => `missing_${code}`));

    const gaps = await makeInventory(prisma, {
      cityId: city.id,
      year: 2023,
      of: [
        { perimeter: "schools", tenure: "leased" },
        { categoryCode: "server" },
        { categoryCode: "sensor", country: "PL" },
      ],
    });
    expect(await read(editor, gid(gaps), "missing result { complete total { high } gaps { category gap } }")).toEqual({
      missing: ["line_perimeters", "line_tenures", "grid", "energy", "manufacture_unexplained"],
      result: {
        complete: false,
        total: { high: null },
        gaps: [
          { category: "server", gap: "embodied" },
          { category: "sensor", gap: "energy" },
          { category: "sensor", gap: "grid" },
          { category: "sensor", gap: "embodied" },
          { category: "sensor", gap: "lifetime" },
        ],
      },
    });
    expect(await ask(gid(gaps))).toMatchObject({ __typename: "InvalidInput" });
  });

  it("accepts manufacture that is not known once the line says why, but not a figure without a lifetime", async () => {
    const { prisma } = api();
    const { city, editor } = await team();
    const of = [
      { categoryCode: "server", embodiedSource: "The host does not tell." },
      {
        categoryCode: "sensor",
        energySource: "meter" as const,
        kwhPerYear: "2",
        embodiedKg: "3",
        embodiedSource: "Maker",
      },
    ];
    const draft = await makeInventory(prisma, { cityId: city.id, of });
    expect(await read(editor, gid(draft), "missing")).toEqual({ missing: ["manufacture_unexplained"] });
    await prisma.inventoryLine.updateMany({ where: { categoryCode: "sensor" }, data: { lifetimeYears: "5" } });
    expect(
      await call(editor, "moveInventory", `action: request_sign_off, id: "${gid(draft)}"`, "state missing"),
    ).toMatchObject({
      state: "awaiting_sign_off",
      missing: [],
    });
  });
});

describe("a published inventory", () => {
  it("is never changed by anybody", async () => {
    const { prisma } = api();
    const { city, editor, approver, coordinator } = await team();
    const factor = await prisma.gridFactor.findFirstOrThrow({ where: { country: "FR", year: 2024 } });
    for (const state of ["published", "superseded"] as const) {
      const year = state === "published" ? 2022 : 2021;
      const inventory = await makeInventory(prisma, { cityId: city.id, state, year, electricity: { FR: "50" } });
      const lineId = gid(inventory.lines[0] ?? "", "InventoryLine");
      const before = await stored(inventory.id);
      const steps = [
        "request_sign_off",
        "send_back",
        "sign_off",
        "withdraw",
        "request_changes",
        "publish",
        "archive",
        "restore",
      ];
      const calls: [string, string][] = [
        ["updateInventory", "input: { version: 1, perimeters: [schools] }"],
        ["setInventoryGrid", `input: { country: "FR", gridFactor: "${gid(factor, "GridFactor")}" }`],
        [
          "saveInventoryLine",
          `lineId: "${lineId}", input: { version: 1, category: "laptop", quantity: "1", perimeter: administration }`,
        ],
        ["removeInventoryLine", `lineId: "${lineId}"`],
        ["acceptWarning", `key: "quantity_jump:laptop", reason: "x"`],
        ["withdrawAcceptance", `key: "quantity_jump:laptop"`],
        ...steps.map((step): [string, string] => ["moveInventory", `action: ${step}, comment: "x"`]),
        ["readInventorySheet", `input: { fileName: "a.csv", contentBase64: "YQ==", locale: "en" }`],
        [
          "applyInventorySheet",
          `importId: "${gid("00000000-0000-7000-8000-000000000000", "SheetImport")}", mode: replace`,
        ],
      ];
      for (const [name, more] of calls) {
        for (const person of [editor, approver, coordinator]) {
          const answer = await call(person, name, `id: "${gid(inventory)}" ${more}`);
          expect([name, answer.__typename]).toEqual([name, "Forbidden"]);
        }
      }
      expect(await stored(inventory.id)).toEqual(before);
    }
  });

  it("is corrected by a revision of its own, and stays to be read when that one is published", async () => {
    const { prisma } = api();
    const { city, editor, approver, coordinator } = await team();
    const first = await makeInventory(prisma, { cityId: city.id, state: "published", year: 2022 });
    const before = await stored(first.id);
    const correct = `id: "${gid(first)}", reason: "The schools were left out."`;
    expect(await call(coordinator, "correctInventory", correct)).toMatchObject({ reason: "not_your_right" });
    const fields = "id revision state why: reason lineCount grid { value } result { total { central } }";
    const draft = await call(editor, "correctInventory", correct, fields);
    expect(draft).toMatchObject({
      revision: 2,
      state: "draft",
      why: "The schools were left out.",
      lineCount: 1,
      grid: [{ value: "44.18" }],
      result: { total: { central: "3877.416" } },
    });
    expect(await call(editor, "correctInventory", correct)).toMatchObject({ issues: [{ code: "revision_open" }] });
    expect(await read(null, draft.id ?? "", "id")).toBeNull();
    const line = `input: { category: "monitor", quantity: "5", perimeter: administration }`;
    await call(editor, "saveInventoryLine", `id: "${draft.id}", ${line}`);
    expect(await stored(first.id)).toEqual(before);
    await call(editor, "moveInventory", `action: request_sign_off, id: "${draft.id}"`);
    await call(approver, "moveInventory", `action: sign_off, id: "${draft.id}"`);
    const revisions = "revisions { revision state result { total { central } } }";
    expect(await call(coordinator, "moveInventory", `action: publish, id: "${draft.id}"`, revisions)).toMatchObject({
      revisions: [
        { revision: 2, state: "published" },
        { revision: 1, state: "superseded", result: { total: { central: "3877.416" } } },
      ],
    });
    const after = await stored(first.id);
    expect({ ...after, state: "published", version: before.version, updatedAt: before.updatedAt }).toEqual(before);
    expect(await read(null, gid(first), "state result { total { central } }")).toEqual({
      state: "superseded",
      result: { total: { central: "3877.416" } },
    });
  });
});
