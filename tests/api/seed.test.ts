import { describe, expect, it } from "vitest";
import { toolAddress } from "#graphql/practice/tool/rules.ts";
import { useApi } from "../support/api.ts";
import { seed } from "../support/database/seeded.ts";

const api = useApi({ filling: "demonstration" });

describe("the demonstration network", () => {
  it("stays the same when it is seeded again", async () => {
    const { prisma } = api();
    const count = async () => ({
      cities: await prisma.city.count(),
      accessions: await prisma.accession.count(),
      pilots: await prisma.pilot.count(),
      practices: await prisma.practice.count(),
      results: await prisma.result.count(),
      tools: await prisma.practiceTool.count(),
      users: await prisma.user.count(),
    });
    const before = await count();
    await seed(prisma);
    expect(await count()).toEqual(before);
    expect(before).toMatchObject({ accessions: 43, practices: 50 });
  });

  // Counts that sources published on the day (domain facts, count checkpoints); Porto is named by one source only.
  it.each([
    ["2009-11-26", 0],
    ["2009-11-27", 14],
    ["2011-11-29", 24],
    ["2012-02-29", 26],
    ["2012-05-31", 28],
  ])("counts the signatories of %s as the sources did: %i", async (on, count) => {
    const { data } = await api().ask(null, "query($on: Date!) { signatoryCount(on: $on) { certain } }", { on });
    expect(data?.signatoryCount).toEqual({ certain: count });
  });

  it("shows for each city as many counting pilots as the rules find, pilot by pilot", async () => {
    const query = `{ cities(first: 50, filter: { standing: ["signatory"] }) { edges { node { slug countingPilots pilots { cities { city { slug } counting { counts } } } } } } }`;
    const { data } = await api().ask(null, query);
    type Share = { city: { slug: string }; counting: { counts: boolean } };
    type Node = { slug: string; countingPilots: number; pilots: { cities: Share[] }[] };
    const cities = data?.cities as { edges: { node: Node }[] };
    const { edges } = cities;
    expect(edges.length).toBeGreaterThan(40);
    for (const { node } of edges) {
      const own = node.pilots.flatMap(({ cities }) => cities.filter(({ city }) => city.slug === node.slug));
      expect(
        own.filter(({ counting }) => counting.counts),
        node.slug,
      ).toHaveLength(node.countingPilots);
    }
  });

  it("counts the same on the home page, worked out in the database, as on the progress page, by the rules", async () => {
    const same = "signatories counting distribution";
    const query = `{ networkProgress { counts { ${same} } total { ${same} } byCountry { signatories counting } } }`;
    const { data } = await api().ask(null, query);
    type Numbers = { signatories: number; counting: number };
    const progress = data?.networkProgress as { counts: Numbers; total: Numbers; byCountry: Numbers[] };
    expect(progress.counts).toEqual(progress.total);
    const summed = (key: keyof Numbers) => progress.byCountry.reduce((sum, group) => sum + group[key], 0);
    expect([summed("signatories"), summed("counting")]).toEqual([progress.total.signatories, progress.total.counting]);
    expect(progress.total.counting).toBeGreaterThan(0);
  });

  it("names real tools that others can reuse, each with its source, and guesses no licence", async () => {
    const tools = await api().prisma.practiceTool.findMany();
    expect(tools.length).toBeGreaterThanOrEqual(4);
    const faulty = tools.filter(({ url, sourceTitle }) => toolAddress(url) !== url || !sourceTitle);
    expect(faulty.map(({ title }) => title)).toEqual([]);
    expect(tools.filter(({ demonstration }) => demonstration)).toEqual([]);
    // The licence was read in the repository; nothing was stated where the others are.
    const stated = tools.filter(({ licence }) => licence !== "unknown");
    expect(stated.map(({ title, licence }) => [title, licence])).toEqual([["Sharing Cities Dashboard", "Apache-2.0"]]);
  });

  it("gives every figure a level of evidence and a source, and marks what is invented", async () => {
    const { prisma } = api();
    expect(await prisma.result.count({ where: { sourceTitle: null } })).toBe(0);
    expect(await prisma.user.count({ where: { demonstration: false } })).toBe(0);
    expect(await prisma.pilotEntry.count({ where: { demonstration: false } })).toBe(0);
    expect(await prisma.review.count({ where: { demonstration: false } })).toBe(0);
    expect(await prisma.contact.count({ where: { demonstration: false } })).toBe(0);
  });
});
