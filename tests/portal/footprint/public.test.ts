import { describe, expect, it } from "vitest";
import { usePortal } from "../../support/portal.ts";
import { locales } from "../../support/source/words.ts";

/** The footprint as citizens and journalists read it, on the invented cities' stories. */
const portal = usePortal({ filling: "network" });

const show = async (path: string) => (await portal().get(`/en/${path}`)).html.replaceAll("<!-- -->", "");
const city = (slug: string, rest = "") => show(`cities/${slug}/footprint${rest}`);

/** A file of the footprint as it is sent. */
async function file(path: string) {
  const response = await portal().fetch(new Request(`http://quintet.test/en/${path}`));
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("a city's footprint says in words", () => {
  it.each([
    ["bellmere", "55.9% less than in the baseline (2010)", "That was met in 2020."],
    ["fontclara", "38.9% less than in the baseline (2015)", "The target of 114.7 t CO₂e is met."],
    ["jorvenne", "24.2% less than in the baseline (2013)", "That was missed in 2023."],
    ["hollowmere", "35.6% less than in the baseline (2014 and 2015)", "is to be confirmed"],
    ["gorsmark", "In 2024 the city&#x27;s ICT caused 137.1 t CO₂e", "other parts of the city are counted"],
  ])("%s: its latest year and where it stands", async (slug, latest, standing) => {
    const html = await city(slug);
    expect(html).toContain(latest);
    expect(html).toContain(standing);
  });

  it("tells the city's own effort from the grid's", async () => {
    const html = await city("fontclara");
    expect(html).toMatch(/In total<\/dt><dd class="value">−38\.9%/);
    expect(html).toMatch(/own effort<\/dt><dd class="value">−3\.9%/);
  });

  it("names no change where years may not be compared", async () => {
    expect(await city("gorsmark")).toMatch(/In total<\/dt><dd class="value gap">–/);
  });

  it("that nothing is published, and offers that to nobody but the city's own people to change", async () => {
    const html = await city("ilmarsaari");
    expect(html).toContain("No footprint published yet");
    expect(html).not.toContain("/footprint/new");
  });
});

describe("the years", () => {
  it("show a gap as a gap", async () => {
    const html = await city("hollowmere");
    expect(html).toMatch(/>2022<\/th><td[^>]*>No inventory<\/td>(<td[^>]*>–<\/td>)+/);
    expect(html).toMatch(/>2016–2020<\/th>/);
    expect(html).not.toContain('href="/en/cities/hollowmere/footprint/2022"');
  });

  it("go by the path that the reader chooses, and say by which they are judged", async () => {
    const html = await city("bellmere", "?path=constant_rate");
    expect(html).toContain("The years and the constant-rate path");
    expect(html).toContain("The status of each year goes by the linear path");
  });

  it("explain the difference of any two, also of two that are not comparable", async () => {
    const html = await city("gorsmark", "?from=2021&to=2023");
    expect(html).toContain("2021 and 2023 are not comparable");
    expect(html).toContain("Parts of the city counted in or out");
    expect(await city("gorsmark", "?from=2021&to=2021")).toContain("Choose two different years.");
  });

  it("of the territory stand apart", async () => {
    expect(await city("jorvenne")).toContain('href="/en/cities/jorvenne/footprint/2023?scope=territory"');
    expect(await city("jorvenne", "/2023?scope=territory")).toContain("ICT of the whole territory 2023");
    expect(await city("bellmere")).not.toContain("The whole territory");
  });
});

describe("one year", () => {
  it("leads from its total to lines, and from lines to factors", async () => {
    const html = await city("bellmere", "/2024");
    expect(html).toContain("72.5 t CO₂e (between 39.8 t CO₂e and 183.2 t CO₂e)");
    expect(html).toContain('href="/en/cities/bellmere/footprint/2024?category=laptop#lines"');
    expect(html).toContain('href="/en/footprint/factors/ademe-2025#laptop"');
    const laptops = await city("bellmere", "/2024?category=laptop");
    expect(laptops).toContain("Laptop only, lines: 1.");
    expect(await show("footprint/factors/ademe-2025")).toContain('id="laptop"');
  });

  it("can be read with another set, beside the published reading and marked as such", async () => {
    const html = await city("dolnograd", "/2022?set=boavizta-2023");
    expect(html).toContain("Published: ADEME");
    expect(html).toContain("Second reading: Boavizta");
    expect(html).toContain("the high end is not known");
  });

  it("keeps its earlier revision, which says that it was replaced", async () => {
    expect(await city("dolnograd", "/2022")).toContain('href="/en/cities/dolnograd/footprint/2022?revision=1"');
    expect(await city("dolnograd", "/2022?revision=1")).toContain("This revision has been replaced.");
  });

  it("that is not published is not found, neither its page nor its files", async () => {
    for (const [slug, year] of [
      ["bellmere", 2025],
      ["dolnograd", 2025],
      ["carnwerder", 2025],
    ] as const) {
      expect((await portal().get(`/en/cities/${slug}/footprint/${year}`)).status).toBe(404);
      expect((await file(`cities/${slug}/footprint/${year}/download/json`)).status).toBe(404);
    }
    expect(await city("bellmere")).not.toContain("/2025");
    expect(await city("eskelund")).not.toContain("another body ran");
  });
});

describe("files", () => {
  it.each([
    ["csv", "text/csv; charset=utf-8"],
    ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["json", "application/json"],
  ])("of a year come as %s under a name", async (format, type) => {
    const { status, headers, bytes } = await file(`cities/bellmere/footprint/2024/download/${format}`);
    expect([status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="bellmere-2024-administration-1.${format}"`);
    expect(headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("hold no cell that a spreadsheet would calculate", async () => {
    const inventory = await portal().prisma.inventory.findFirstOrThrow({
      where: { city: { slug: "bellmere" }, year: 2024 },
      include: { lines: true },
    });
    const id = inventory.lines[0]?.id ?? "";
    await portal().prisma.inventoryLine.update({ where: { id }, data: { label: '=HYPERLINK("http://evil")' } });
    const text = (await file("cities/bellmere/footprint/2024/download/csv")).bytes.toString();
    expect(text).toContain("HYPERLINK");
    expect(text).not.toMatch(/(^|[;,\t"\n])=HYPERLINK/);
  });

  it("to fill in come as csv and xlsx, and in no other format", async () => {
    expect((await file("footprint/template/csv")).status).toBe(200);
    expect((await file("footprint/template/xlsx")).bytes.subarray(0, 2).toString()).toBe("PK");
    for (const path of [
      "footprint/template/json",
      "footprint/template/pdf",
      "cities/bellmere/footprint/2024/download/pdf",
    ])
      expect((await file(path)).status, path).toBe(404);
  });
});

describe("factors", () => {
  it("stand side by side, with what a set does not know as a gap", async () => {
    const html = await show("footprint/factors");
    expect(html).toMatch(/Server: manufacture, kg CO₂e<\/th><td[^>]*>Not known<\/td><td[^>]*>1,215 \(/);
  });

  it("of electricity are listed for the country that the reader chooses, or said to be missing", async () => {
    expect(await show("footprint/factors?country=be")).toContain("Electricity factors, Belgium");
    expect(await show("footprint/factors?country=AQ")).toContain("There is no electricity factor for Antarctica.");
  });
});

describe("invented figures", () => {
  it.each([
    ["a city's page", "", " · Demonstration data"],
    ["its footprint", "/footprint", "say nothing about the real city"],
    ["its footprint, as invented", "/footprint", "Demonstration data: the quantities are invented"],
    ["one of its years", "/footprint/YEAR", "say nothing about the real city"],
    ["its baseline", "/footprint/baseline", "say nothing about the real cities"],
  ])("of the demonstration are marked as such on %s", async (_where, path, words) => {
    const { city: of, year } = await portal().prisma.inventory.findFirstOrThrow({
      where: { demonstration: true, state: "published", city: { demonstration: false } },
      include: { city: true },
      orderBy: { id: "asc" },
    });
    expect(await show(`cities/${of.slug}${path.replace("YEAR", String(year))}`)).toContain(words);
  });

  it("of the demonstration are marked as such on the network's progress", async () => {
    expect(await show("progress")).toContain("say nothing about the real cities");
  });
});

describe("every language", () => {
  const paths = [
    "cities/bellmere/footprint",
    "cities/gorsmark/footprint",
    "cities/dolnograd/footprint/2022?set=boavizta-2023",
  ];

  it.each(locales)("%s shows the footprint in its own words", async (locale) => {
    for (const path of [...paths, "footprint/factors?country=DE", "footprint/factors/ademe-2025", "progress"]) {
      const { status, html } = await portal().get(`/${locale}/${path}`);
      expect(status, path).toBe(200);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html, path).not.toMatch(/>(show|year|result|basis|factors|category|yearStatus)\.[a-zA-Z.]+</);
      expect(html, path).not.toMatch(/\{\{\w+\}\}/);
    }
  });
});
