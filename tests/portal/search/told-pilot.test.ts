import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal({ filling: "reference" });

beforeAll(async () => {
  const { prisma, api } = portal();
  const { id: cityId } = await makeCity(prisma, { name: "Lund" });
  const pilot = await makePilot(prisma, { cityId, title: "Quartz lamps", slug: "quartz-lamps", state: "accepted" });
  const practice = await makePractice(prisma, { cityId, title: "How quartz lamps went", slug: "quartz-told" });
  await prisma.practice.update({ where: { id: practice.id }, data: { pilotId: pilot.id } });
  await indexRow(prisma, api.search, "practice", practice.id);
  await indexRow(prisma, api.search, "pilot", pilot.id);
});

async function titles(query: string): Promise<string[]> {
  const { html } = await portal().get(`/en/search?q=quartz${query}`);
  return [...html.matchAll(/<h3[^>]*><a href="[^"]+">([^<]+)<\/a>/g)].map(([, title]) => title ?? "");
}

describe("a pilot and the practice that tells of it", () => {
  it("stand as one where both are found, the practice leading to its pilot", async () => {
    const { html } = await portal().get("/en/search?q=quartz");
    expect(await titles("&kind=practice&kind=pilot")).toEqual(["How quartz lamps went"]);
    expect(/Pilot:.{0,20}<a href="([^"]+)"[^>]*>([^<]+)</.exec(html.replaceAll("<!-- -->", ""))?.slice(1)).toEqual([
      "/en/pilots/quartz-lamps",
      "Quartz lamps",
    ]);
  });

  it("stand alone where only one was asked for", async () => {
    expect(await titles("&kind=pilot")).toEqual(["Quartz lamps"]);
    expect(await titles("&kind=practice")).toEqual(["How quartz lamps went"]);
  });
});
