import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeConcept, makeIndicators, makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { idOf, practiceDesk } from "../../support/desks/practice.ts";

const api = useApi();
const { run, people } = practiceDesk(api);

describe("who sees a practice", () => {
  it("shows a draft to its own city and the network only", async () => {
    const { city, editor, coordinator, outsider } = await people();
    const practice = await makePractice(api().prisma, { cityId: city.id, state: "draft" });
    const query = `query($slug: String!, $id: ID!) { practice(slug: $slug) { slug } node(id: $id) { id } }`;
    const ask = async (person: string | null) =>
      (await api().ask(person, query, { slug: practice.slug, id: idOf(practice) })).data;
    for (const person of [null, outsider]) expect(await ask(person)).toEqual({ practice: null, node: null });
    for (const person of [editor, coordinator])
      expect(await ask(person)).toMatchObject({ practice: { slug: practice.slug } });
  });

  it("shows results of its pilot only if the pilot may be seen, and contact and reviews to whom they concern", async () => {
    const { prisma } = api();
    const { city, editor } = await people();
    const pilot = await makePilot(prisma, { cityId: city.id, state: "draft" });
    const practice = await makePractice(prisma, { cityId: city.id, pilotId: pilot.id });
    await prisma.review.create({
      data: { practiceId: practice.id, decision: "published", comment: "Clear.", decidedOn: new Date() },
    });
    const query = `query($slug: String!) { practice(slug: $slug) { results { value } evidence pilot { slug } contact { name } reviews { decision } } }`;
    const ask = async (person: string | null) =>
      (await api().ask(person, query, { slug: practice.slug })).data?.practice;
    expect(await ask(null)).toEqual({ results: [], evidence: null, pilot: null, contact: null, reviews: [] });
    expect(await ask(editor)).toMatchObject({
      results: [{ value: "12.5" }],
      evidence: "monitored",
      pilot: { slug: pilot.slug },
      reviews: [{ decision: "published" }],
    });
    await prisma.pilot.update({ where: { id: pilot.id }, data: { state: "accepted" } });
    expect(await ask(null)).toMatchObject({
      results: [{ value: "12.5" }],
      evidence: "monitored",
      pilot: { slug: pilot.slug },
    });
  });

  it("lists newest first, by country, area and city, and reads in the asked language", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma, { countryCode: "SE" });
    const older = await makePractice(prisma, { cityId: city.id, publishedOn: new Date("2024-05-01"), area: "water" });
    const newer = await makePractice(prisma, {
      cityId: city.id,
      publishedOn: new Date("2025-05-01"),
      area: "water",
      version: 3,
    });
    await prisma.practiceTranslation.create({
      data: { practiceId: newer.id, language: "fr", origin: "machine", sourceVersion: 2, title: "Eau" },
    });
    const query = `query($city: String!) { practices(filter: { country: ["SE"], area: [water], city: $city }) { totalCount edges { node { slug
      fr: reading(locale: "fr") { title language origin stale availableLanguages } pl: reading(locale: "pl") { title language origin stale } } } } }`;
    const { data } = await api().ask(null, query, { city: city.slug });
    expect(data?.practices).toMatchObject({
      totalCount: 2,
      edges: [
        {
          node: {
            slug: newer.slug,
            fr: { title: "Eau", language: "fr", origin: "machine", stale: true, availableLanguages: ["en", "fr"] },
            pl: { language: "en", origin: "original", stale: false },
          },
        },
        { node: { slug: older.slug } },
      ],
    });
  });
});

describe("writing a practice", () => {
  it("begins from a pilot with its facts, language and concepts", async () => {
    const { prisma } = api();
    const { city, editor, outsider } = await people();
    const pilot = await makePilot(prisma, { cityId: city.id, state: "accepted" });
    const concept = await makeConcept(prisma, "metering", { en: "metering", fr: "comptage" });
    await prisma.pilotConcept.create({ data: { pilotId: pilot.id, conceptId: concept.id } });
    const args = `pilotId: "${idOf(pilot, "Pilot")}"`;
    expect(await run(outsider, "createPracticeFromPilot", args)).toMatchObject({ __typename: "Forbidden" });
    expect(await run(editor, "createPracticeFromPilot", args)).toMatchObject({
      state: "draft",
      title: pilot.title,
      language: "fr",
      summary: pilot.purpose,
      city: { slug: city.slug },
      places: [{ slug: city.slug }],
      results: [{ value: "12.5" }],
      evidence: "monitored",
      concepts: [{ slug: "metering" }],
      pilot: { slug: pilot.slug },
    });
  });

  it("saves a part, keeps translations fresh unless the text changed, and refuses a stale form", async () => {
    const { prisma } = api();
    const { city, editor, outsider } = await people();
    const created = await run(
      editor,
      "createPractice",
      `cityId: "${idOf(city, "City")}", title: "Éclairage", language: "fr"`,
    );
    expect(created).toMatchObject({ state: "draft", slug: "eclairage", places: [{ slug: city.slug }] });
    expect(
      await run(outsider, "updatePractice", `id: "${created.id}", input: { version: 1, title: "x" }`),
    ).toMatchObject({ __typename: "NotFound" });
    await run(editor, "savePracticeTranslation", `id: "${created.id}", language: "en", title: "Lighting"`);
    const english = async () => {
      const query = `query($id: ID!) { node(id: $id) { ... on Practice { reading(locale: "en") { title stale } } } }`;
      return (await api().ask(editor, query, { id: created.id })).data?.node;
    };
    const costs = await run(
      editor,
      "updatePractice",
      `id: "${created.id}", input: { version: 1, costBand: "10k_100k", scale: [{ kind: homes, value: "40" }] }`,
    );
    expect(costs).toMatchObject({ version: 2 });
    expect(await english()).toEqual({ reading: { title: "Lighting", stale: false } });
    expect(
      await run(editor, "updatePractice", `id: "${created.id}", input: { version: 1, summary: "Vieux" }`),
    ).toMatchObject({ __typename: "Conflict", currentVersion: 2 });
    await run(editor, "updatePractice", `id: "${created.id}", input: { version: 2, summary: "Neuf" }`);
    expect(await english()).toEqual({ reading: { title: "Lighting", stale: true } });
    const bad = await run(
      editor,
      "updatePractice",
      `id: "${created.id}", input: { version: 3, costBand: "cheap", concepts: ["nonsense"], language: "xx", title: " " }`,
    );
    expect(bad.issues).toEqual(
      expect.arrayContaining([
        { path: "costBand", code: "unknown_code" },
        { path: "language", code: "unknown_language" },
        { path: "title", code: "required" },
      ]),
    );
    expect(
      await prisma.auditEntry.count({ where: { subject: "Practice", action: "practice.update" } }),
    ).toBeGreaterThanOrEqual(2);
  });

  it("takes neither another city's contact nor a place that is not public nor another practice's result", async () => {
    const { prisma } = api();
    const { city, editor } = await people();
    const hidden = await makeCity(prisma, { signedOn: null });
    const stranger = await prisma.contact.create({
      data: { cityId: hidden.id, name: "Stranger", email: "s@example.org" },
    });
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const other = await makePractice(prisma);
    await makeIndicators(prisma);
    const result = {
      indicatorCode: "energy_reduction_share",
      unitCode: "percent",
      value: 1,
      evidence: "target",
      practiceId: other.id,
    } as const;
    const foreign = await prisma.result.create({ data: result });
    const id = idOf(practice);
    expect(
      await run(
        editor,
        "updatePractice",
        `id: "${id}", input: { version: 1, contactId: "${idOf(stranger, "Contact")}" }`,
      ),
    ).toMatchObject({ __typename: "NotFound" });
    expect(await run(editor, "setPracticePlaces", `id: "${id}", cityIds: ["${idOf(hidden, "City")}"]`)).toMatchObject({
      __typename: "NotFound",
    });
    expect(
      await run(editor, "removePracticeResult", `id: "${id}", resultId: "${idOf(foreign, "Result")}"`),
    ).toMatchObject({ __typename: "NotFound" });
    const elsewhere = await makeCity(prisma);
    expect(
      await run(editor, "setPracticePlaces", `id: "${id}", cityIds: ["${idOf(elsewhere, "City")}"]`),
    ).toMatchObject({ places: [{ slug: elsewhere.slug }] });
    const input = `indicatorCode: "energy_reduction_share", unitCode: "percent", value: "7.5", evidence: estimate, language: "en"`;
    expect(await run(editor, "savePracticeResult", `id: "${id}", input: { ${input} }`)).toMatchObject({
      results: [{ value: "7.5" }],
      evidence: "estimate",
    });
  });
});
