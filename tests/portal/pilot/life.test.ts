import { beforeAll, describe, expect, it } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeNetworkPerson } from "../../support/factories/person.ts";
import { makeConcept, makeIndicators } from "../../support/factories/pilot.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const { team, mutate } = cityDesk(portal);

const result = {
  ...{
    indicatorCode: "energy_reduction_share",
    comparator: "more_than",
    value: "12,5",
    unitCode: "percent",
    direction: "reduction",
  },
  ...{ span: "year", "periodStart.day": "1", "periodStart.month": "1", "periodStart.year": "2025" },
  ...{ evidence: "monitored", baseline: "Verbrauch 2024", language: "de" },
};

beforeAll(async () => {
  await makeIndicators(portal().prisma);
  await makeConcept(portal().prisma, "school-energy", { en: "school energy", fr: "énergie scolaire" });
});

describe("the life of a pilot, by posting forms", () => {
  it("goes from an empty slot to counting towards the five", async () => {
    const { city, editor, approver } = await team();
    const { prisma } = portal();
    const contact = await prisma.contact.create({
      data: { cityId: city.id, name: "Ada Beispiel", email: "ada@example.org", shown: true },
    });

    const blank = await editor.post(`/de/cities/${city.slug}/pilots/new`, { title: " ", language: "de", slot: "2" });
    expect(blank.status).toBe(400);
    expect(blank.html).toMatch(/href="#f-title"/);
    const created = await editor.post(`/de/cities/${city.slug}/pilots/new`, {
      title: "Sparsame Schulen",
      language: "de",
      slot: "2",
    });
    expect(created).toMatchObject({ status: 302, location: "/de/pilots/sparsame-schulen/edit/about" });
    const at = "/de/pilots/sparsame-schulen";

    const about = {
      title: "Sparsame Schulen",
      purpose: "Weniger Energie in Schulen.",
      description: "",
      language: "de",
    };
    expect(await editor.fill(`${at}/edit/about`, about)).toMatchObject({
      status: 302,
      location: `${at}/edit/classification`,
    });
    const codes = {
      area: "buildings",
      role: "measurement_monitoring",
      activityType: "",
      moreConcepts: ["school-energy"],
    };
    expect(await editor.fill(`${at}/edit/classification`, codes)).toMatchObject({
      status: 302,
      location: `${at}/edit/stage`,
    });
    const stage = { stage: "under_way", "started.month": "3", "started.year": "2025" };
    expect(await editor.fill(`${at}/edit/stage`, stage)).toMatchObject({ status: 302, location: `${at}/edit/scale` });

    const row = { "scale.rows": "1", "scale.0.kind": "buildings", "scale.0.value": "1.240", "scale.0.note": "Schulen" };
    const wider = await editor.fill(`${at}/edit/scale`, { ...row, intent: "add" });
    expect(wider.status).toBe(200);
    expect(wider.html).toContain('name="scale.1.value"');
    expect(wider.html).toContain('value="1.240"');
    expect(await editor.fill(`${at}/edit/scale`, row)).toMatchObject({ status: 302, location: `${at}/edit/partners` });
    expect(
      (await prisma.scaleFigure.findFirstOrThrow({ where: { pilot: { slug: "sparsame-schulen" } } })).value.toString(),
    ).toBe("1240");

    const money = {
      "funding.rows": "1",
      "funding.0.programme": "Horizon",
      "funding.0.amount": "20 000",
      "funding.0.currency": "eur",
    };
    expect(await editor.fill(`${at}/edit/partners`, { partners: "Stadtwerke\nHochschule", ...money })).toMatchObject({
      status: 302,
      location: `${at}/edit/replication`,
    });
    const replication = {
      replicationConditions: "Zähler",
      replicationCost: "20.000 €",
      replicationSkills: "Eine Person",
      licence: "",
    };
    expect(await editor.fill(`${at}/edit/replication`, replication)).toMatchObject({ location: `${at}/edit/impact` });
    expect(await editor.fill(`${at}/edit/impact`, { impactCommunicated: "Bürgerabend" })).toMatchObject({
      location: `${at}/edit/contact`,
    });
    const chosen = /name="contactId" value="([^"]+)"/.exec((await editor.get(`${at}/edit/contact`)).html)?.[1] ?? "";
    expect(await editor.fill(`${at}/edit/contact`, { contactId: chosen })).toMatchObject({
      status: 302,
      location: `${at}/edit?saved`,
    });
    expect((await prisma.pilot.findUniqueOrThrow({ where: { slug: "sparsame-schulen" } })).contactId).toBe(contact.id);

    const unsourced = await editor.post(`${at}/results/new`, { ...result, sourceTitle: "" });
    expect(unsourced.status).toBe(400);
    expect(unsourced.html).toMatch(/href="#f-sourceTitle"/);
    expect(unsourced.html).toContain('value="12,5"');
    expect(unsourced.html).toContain('value="Verbrauch 2024"');
    expect((await editor.get(`${at}/check`)).html).toContain("ein erreichtes Ergebnis mit Quelle");
    expect(await editor.post(`${at}/results/new`, { ...result, sourceTitle: "Energiebericht 2025" })).toMatchObject({
      status: 302,
    });

    const refused = await editor.post(`${at}/log/new`, { text: "Zähler gesetzt.", language: "de", stage: "" });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain("Zähler gesetzt.");
    const entry = {
      "enteredOn.day": "20",
      "enteredOn.month": "11",
      "enteredOn.year": "2026",
      stage: "deployed",
      text: "Zähler gesetzt.",
      language: "de",
    };
    expect(await editor.post(`${at}/log/new`, entry)).toMatchObject({ status: 302, location: `${at}?saved` });

    expect((await portal().get(at)).status).toBe(404);
    const check = await editor.get(`${at}/check`);
    expect(check.html).toContain("Es fehlt nichts");
    expect(check.html).toContain("1.240");
    expect(await editor.fill(`${at}/check`, { intent: "request" })).toMatchObject({
      status: 302,
      location: `${at}?done=request`,
    });
    expect((await editor.get(`${at}/edit/about`)).html).not.toContain('name="purpose"');

    expect(await approver.fill(`${at}/check`, { intent: "sign" })).toMatchObject({
      status: 302,
      location: `${at}?done=sign`,
    });
    const page = await portal().get(at);
    expect(page.status).toBe(200);
    expect(page.html).toContain("mehr als 12,5");

    const coordinator = await makeNetworkPerson(prisma, "coordinator");
    const { id, version } = await prisma.pilot.findUniqueOrThrow({ where: { slug: "sparsame-schulen" } });
    const globalId = Buffer.from(`Pilot:${id}`).toString("base64");
    const accepted = await mutate(
      coordinator,
      `mutation { movePilot(action: accept, version: ${version}, id: "${globalId}") { __typename } }`,
    );
    expect(accepted).toMatchObject({ data: { movePilot: { __typename: "Pilot" } } });
    expect((await portal().get("/en/pilots/sparsame-schulen")).html).toContain("Counts towards the five");
  });
});
