import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { today, useApi } from "../../support/api.ts";
import { makeConcept, makePilot } from "../../support/factories/pilot.ts";
import { cityId, pilotDesk } from "../../support/desks/pilot.ts";

const api = useApi();
const { prisma, call, read, counting, team } = pilotDesk(api);

describe("the life of a pilot", () => {
  it("goes from an empty slot to counting towards the five", async () => {
    const { city, editor, approver, coordinator } = await team();
    await makePilot(prisma(), { slot: 2, cityId: city.id });
    await makeConcept(prisma(), "school-energy", { en: "school energy", fr: "énergie scolaire" });
    const contact = await prisma().contact.create({
      data: { cityId: city.id, name: "Ada", email: "ada@example.org", shown: true },
    });
    const created = await call(
      editor,
      "createPilot",
      `cityId: "${cityId(city.id)}" slot: 1 title: "Écoles sobres" language: "fr"`,
      "id slug state viewerCan",
    );
    expect(created).toMatchObject({ slug: "ecoles-sobres", state: "draft" });
    expect(created.viewerCan).toEqual([
      "pilot_update",
      "pilot_log",
      "pilot_translate",
      "pilot_move_slot",
      "pilot_invite_city",
      "pilot_request_sign_off",
    ]);
    const id = String(created.id);
    expect(await call(editor, "movePilot", `action: request_sign_off, id: "${id}"`)).toMatchObject({
      __typename: "InvalidInput",
      issues: [
        { path: "purpose", code: "missing_purpose" },
        { path: "area", code: "missing_area" },
        { path: "role", code: "missing_role" },
        { path: "stage", code: "missing_stage" },
        { path: "started", code: "missing_started_on" },
        { path: "scale", code: "missing_scale" },
        { path: "replicationConditions", code: "missing_replicability" },
        { path: "results", code: "missing_result_with_evidence" },
        { path: "impactCommunicated", code: "missing_impact_communicated" },
        { path: "entries", code: "missing_status_entry" },
        { path: "contactId", code: "missing_contact" },
      ],
    });
    const contactGid = encodeGlobalID("Contact", contact.id);
    const facts = `version: 1 purpose: "Moins d'énergie" area: buildings role: control_automation started: { date: "2025-03-15", precision: month }
      replicationConditions: "a" replicationCost: "b" replicationSkills: "c" impactCommunicated: "d" contactId: "${contactGid}" sources: [{ title: "Plan" }]`;
    expect(
      await call(
        editor,
        "updatePilot",
        `id: "${id}" input: { ${facts} }`,
        "version started { date precision } contact { name }",
      ),
    ).toMatchObject({
      version: 2,
      started: { date: "2025-03-01", precision: "month" },
      contact: { name: "Ada" },
    });
    const list = (kind: string) => `id: "${id}" list: [${kind}]`;
    await call(editor, "setPilotScale", list(`{ kind: buildings, value: "40" }`));
    await call(editor, "setPilotFunding", list(`{ programme: "FEDER", amount: "125000.50", currency: "EUR" }`));
    await call(editor, "setPilotConcepts", `id: "${id}" slugs: ["school-energy"]`);
    await call(
      editor,
      "addPilotEntry",
      `id: "${id}" input: { enteredOn: "${today}", stage: under_way, language: "fr", text: "Début" }`,
    );
    const target = `indicatorCode: "energy_reduction_share" value: "20" unitCode: "percent" evidence: target language: "fr"`;
    await call(editor, "saveResult", `id: "${id}" input: { ${target} }`);
    expect(await call(editor, "movePilot", `action: request_sign_off, id: "${id}"`)).toMatchObject({
      issues: [{ code: "missing_result_with_evidence" }],
    });
    const measured = `indicatorCode: "energy_reduction_share" value: "12.5" unitCode: "percent" evidence: monitored sourceTitle: "Bilan" language: "fr"`;
    await call(editor, "saveResult", `id: "${id}" input: { ${measured} }`);
    await call(
      editor,
      "savePilotTranslation",
      `id: "${id}" language: "en" title: "Frugal schools" purpose: "Less energy"`,
    );
    expect(await call(editor, "movePilot", `action: request_sign_off, id: "${id}"`)).toMatchObject({
      state: "awaiting_sign_off",
    });
    expect(await call(editor, "movePilot", `action: sign_off, id: "${id}"`)).toMatchObject({
      __typename: "Forbidden",
      reason: "not_your_right",
    });
    expect(await call(approver, "movePilot", `action: sign_off, id: "${id}"`)).toMatchObject({ state: "submitted" });
    expect(await counting(city.id)).toBe(0);
    expect(await call(coordinator, "movePilot", `action: accept, id: "${id}" comment: "Well done"`)).toMatchObject({
      state: "accepted",
    });
    expect(await counting(city.id)).toBe(1);
    const shown = await read(
      null,
      `query($slug: String!) { pilot(slug: $slug) {
      acceptedOn reading(locale: "en") { language origin stale title description availableLanguages } original: reading(locale: "pl") { language origin }
      results { achieved value indicator { label(locale: "fr") } source { title } } funding { amount currency } scale { kind value } concepts { label(locale: "fr") }
      missing { code } health { state reasons } reviews { decision comment deciderName } cities { city { slug } lead counting { counts why } } viewerCan } }`,
      { slug: "ecoles-sobres" },
    );
    expect(shown?.pilot).toEqual({
      acceptedOn: today,
      reading: {
        language: "en",
        origin: "human",
        stale: false,
        title: "Frugal schools",
        description: null,
        availableLanguages: ["fr", "en"],
      },
      original: { language: "fr", origin: "original" },
      results: [
        { achieved: false, value: "20", indicator: { label: "Énergie économisée" }, source: null },
        { achieved: true, value: "12.5", indicator: { label: "Énergie économisée" }, source: { title: "Bilan" } },
      ],
      funding: [{ amount: "125000.5", currency: "EUR" }],
      scale: [{ kind: "buildings", value: "40" }],
      concepts: [{ label: "énergie scolaire" }],
      missing: [],
      health: { state: "on_track", reasons: [] },
      reviews: [{ decision: "accepted", comment: null, deciderName: null }],
      cities: [{ city: { slug: city.slug }, lead: true, counting: { counts: true, why: null } }],
      viewerCan: [],
    });
    const own = await read(
      editor,
      `query($slug: String!) { pilot(slug: $slug) { reviews { decision comment deciderName } } }`,
      { slug: "ecoles-sobres" },
    );
    const { reviews } = (own ?? {}).pilot as { reviews: { decision: string }[] };
    expect(reviews.map(({ decision }) => decision)).toEqual(["accepted", "signed_off", "sign_off_requested"]);
    expect(reviews[0]).toMatchObject({ comment: "Well done", deciderName: expect.stringContaining("Person") });
    const stored = await prisma().review.findMany({ orderBy: { createdAt: "asc" } });
    expect(stored.map(({ snapshot }) => snapshot !== null)).toEqual([false, true, true]);
    expect(await prisma().auditEntry.count({ where: { action: "pilot.accept", onBehalf: true } })).toBe(1);
    await api().drain();
  });

  it("tells the five slots, the draft's content only to those who may see it, and the city's progress", async () => {
    const { city, editor } = await team();
    await makePilot(prisma(), { cityId: city.id, slot: 1, state: "accepted" });
    await makePilot(prisma(), { cityId: city.id, slot: 3, bare: true });
    const query = `query($slug: String!) { city(slug: $slug) { slots { slot state pilot { title } } pilots { title } progress { standing counting of reason daysLeft } } }`;
    const open = (await read(null, query, { slug: city.slug }))?.city as {
      slots: { state: string; pilot: object | null }[];
      pilots: object[];
    };
    expect(open.slots.map(({ state }) => state)).toEqual(["full", "empty", "partial", "empty", "empty"]);
    expect(open.slots.map(({ pilot }) => pilot !== null)).toEqual([true, false, false, false, false]);
    expect(open.pilots).toHaveLength(1);
    expect(open).toMatchObject({ progress: { standing: "on_track", counting: 1, of: 5, reason: "time_left" } });
    const inside = (await read(editor, query, { slug: city.slug }))?.city as typeof open;
    expect(inside.slots[2]?.pilot).not.toBeNull();
    expect(inside.pilots).toHaveLength(2);
  });
});
