import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { today, useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makePerson } from "../../support/factories/person.ts";
import { makeConcept, makePilot } from "../../support/factories/pilot.ts";
import { cityId, pilotDesk, pilotId } from "../../support/desks/pilot.ts";

const api = useApi();
const { prisma, call, row, read, team } = pilotDesk(api);

describe("isolation", () => {
  it("hides drafts from everyone else: by slug, by id, in lists, through the city, through its results and log", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, area: "water" });
    const officer = await makeMember(prisma(), (await makeCity(prisma())).id, "approver");
    const entry = await prisma().pilotEntry.findFirstOrThrow({ where: { pilotId: pilot.id } });
    const query = `query($slug: String!, $city: String!, $id: ID!, $result: ID!, $entry: ID!) {
      pilot(slug: $slug) { id } node(id: $id) { id } result: node(id: $result) { id } entry: node(id: $entry) { id }
      pilots(first: 100, filter: { area: [water] }) { totalCount nodes: edges { node { slug } } }
      city(slug: $city) { pilots { slug } slots { state pilot { slug } } } }`;
    const variables = {
      slug: pilot.slug,
      city: city.slug,
      id: pilotId(pilot.id),
      result: encodeGlobalID("Result", pilot.results[0]?.id ?? ""),
      entry: encodeGlobalID("PilotEntry", entry.id),
    };
    for (const person of [null, officer]) {
      const data = await read(person, query, variables);
      expect(data).toMatchObject({
        pilot: null,
        node: null,
        result: null,
        entry: null,
        pilots: { totalCount: 0, nodes: [] },
      });
      expect(data?.city).toMatchObject({ pilots: [], slots: [{ state: "partial", pilot: null }, {}, {}, {}, {}] });
    }
    expect(await read(editor, query, variables)).toMatchObject({
      pilot: {},
      node: {},
      result: {},
      entry: {},
      pilots: { totalCount: 1 },
    });
  });

  it("lets no other city's officer, nobody without a right and nobody unknown write", async () => {
    const { city } = await team();
    const elsewhere = await makeCity(prisma());
    const officer = await makeMember(prisma(), elsewhere.id, "approver");
    const guest = await makePerson(prisma());
    for (const state of ["draft", "submitted"] as const) {
      const pilot = await makePilot(prisma(), { cityId: city.id, slot: state === "draft" ? 1 : 2, state });
      const id = `id: "${pilotId(pilot.id)}"`;
      const resultId = `resultId: "${encodeGlobalID("Result", pilot.results[0]?.id ?? "")}"`;
      const result = `input: { indicatorCode: "building_energy_use" value: "1" unitCode: "kWh" evidence: target language: "fr" }`;
      const before = await row(pilot.id);
      const results = await prisma().result.findMany({ where: { pilotId: pilot.id } });
      const tries: [string, string][] = [
        ["createPilot", `cityId: "${cityId(city.id)}" slot: 3 title: "x" language: "fr"`],
        ["updatePilot", `${id} input: { version: 1, title: "x" }`],
        ["setPilotScale", `${id} list: []`],
        ["setPilotFunding", `${id} list: []`],
        ["setPilotConcepts", `${id} slugs: []`],
        ["addPilotEntry", `${id} input: { enteredOn: "${today}", stage: ended, language: "fr", text: "x" }`],
        ["saveResult", `${id} ${result}`],
        ["saveResult", `${id} ${resultId} ${result}`],
        ["removeResult", `${id} ${resultId}`],
        ["savePilotTranslation", `${id} language: "en" title: "x"`],
        ["inviteCity", `${id} cityId: "${cityId(elsewhere.id)}"`],
        ["joinPilot", `${id} cityId: "${cityId(elsewhere.id)}" slot: 1`],
        ["joinPilot", `${id} cityId: "${cityId(city.id)}" slot: 4`],
        ["declinePilot", `${id} cityId: "${cityId(city.id)}"`],
        ["moveSlot", `${id} cityId: "${cityId(city.id)}" slot: 5`],
        ["acceptEarlyStart", `${id} cityId: "${cityId(city.id)}" accepted: true`],
        ["movePilot", `${id} action: recommend`],
      ];
      for (const person of [null, guest, officer]) {
        for (const [name, args] of tries) {
          const { __typename } = await call(person, name, args);
          expect(["NotFound", "Forbidden"], `${name} in ${state}`).toContain(__typename);
        }
      }
      expect(await row(pilot.id)).toEqual(before);
      expect(await prisma().result.findMany({ where: { pilotId: pilot.id } })).toEqual(results);
      expect(await prisma().pilotTranslation.count({ where: { pilotId: pilot.id } })).toBe(0);
    }
    expect(await prisma().pilotCity.count({ where: { cityId: { in: [city.id, elsewhere.id] } } })).toBe(2);
  });

  it("does not follow foreign ids in the input", async () => {
    const { city, editor } = await team();
    const mine = await makePilot(prisma(), { cityId: city.id });
    const theirs = await makePilot(prisma());
    const id = `id: "${pilotId(mine.id)}"`;
    const resultId = `resultId: "${encodeGlobalID("Result", theirs.results[0]?.id ?? "")}"`;
    const result = `input: { indicatorCode: "building_energy_use" value: "1" unitCode: "kWh" evidence: target language: "fr" }`;
    const contactId = encodeGlobalID("Contact", theirs.contactId ?? "");
    const hidden = await makeCity(prisma(), { signedOn: null });
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, contactId: "${contactId}" }`)).toMatchObject({
      subject: "Contact",
    });
    expect(await call(editor, "saveResult", `${id} ${resultId} ${result}`)).toMatchObject({ subject: "Result" });
    expect(await call(editor, "removeResult", `${id} ${resultId}`)).toMatchObject({ subject: "Result" });
    expect(await call(editor, "inviteCity", `${id} cityId: "${cityId(hidden.id)}"`)).toMatchObject({ subject: "City" });
    expect(await call(editor, "moveSlot", `${id} cityId: "${cityId(theirs.cityId)}" slot: 2`)).toMatchObject({
      subject: "City",
    });
    expect(await row(mine.id)).toMatchObject({ version: 1, contactId: mine.contactId });
    expect(await prisma().result.count({ where: { pilotId: theirs.id } })).toBe(1);
  });

  it("finds concepts in any language, and lists indicators and units", async () => {
    await makeConcept(prisma(), "street-lights", { en: "street lighting", fr: "éclairage public" });
    await makePilot(prisma());
    const data = await read(
      null,
      `{ concepts(search: "ÉCLAIRAGE") { slug label(locale: "el") } indicators { code } units { symbol } }`,
      {},
    );
    expect(data).toEqual({
      concepts: [{ slug: "street-lights", label: "street lighting" }],
      indicators: [{ code: "building_energy_use" }, { code: "energy_reduction_share" }],
      units: [{ symbol: "kWh" }, { symbol: "%" }],
    });
  });
});
