import type { Pool } from "pg";
import { inventoryResult, bridge } from "#graphql/footprint/rules.ts";
import { factorTable, gridTable, linesOf, workColumns } from "#graphql/footprint/store.ts";
import type { Prisma } from "#prisma/client.ts";
import { footprintSize, large, people } from "./footprint-dataset.ts";
import { network, total } from "./footprint-sql.ts";
import { ask, read, signIn } from "./http.ts";
import { measure } from "./measure.ts";
import type { Running } from "./servers.ts";
import { report, times } from "./table.ts";

const lines = `${footprintSize.largeLines} lines`;

const resultQuery = `query($slug: String!, $year: Int!) { inventory(city: $slug, year: $year) { result { complete
  kwh use { central } manufacture { central } total { low central high } byCategory { key total { central } share } byQuality { key total { central } }
  gaps { category gap lines } improvements { category action width } } } }`;
type ResultAnswer = { inventory: { result: { total: { central: string } } } };

/** An inventory of the most lines, and why its total changed in a year. Throws when SQL finds another total than we do. */
export async function benchResult(portal: Running, pool: Pool, prisma: Prisma): Promise<void> {
  const [from, to] = [await sideOf(prisma, large.from), await sideOf(prisma, large.to)];
  const query = { query: resultQuery, variables: { slug: large.slug, year: large.to } };
  const byHand = (await pool.query<{ kg: string }>(total, [to.id])).rows[0]?.kg;
  const answer = await ask<ResultAnswer>(portal.origin, query);
  const figures = [
    inventoryResult(to.lines, to.factors, to.grid).total.central.toFixed(3),
    answer.inventory.result.total.central,
  ];
  if (figures.some((kg) => kg !== byHand))
    throw new Error(`The total is ${byHand} kg by SQL, ${figures.join(" kg by our rules, ")} kg by our API.`);
  console.log(`The total of ${lines} is ${byHand} kg by SQL, by our rules and by our API.`);

  const floor = await measure(() => pool.query(total, [to.id]));
  report(`result of ${lines}: one hand-written SQL statement, total only`, floor, "1.0 x");
  const rules = await measure(() => Promise.resolve(inventoryResult(to.lines, to.factors, to.grid)));
  report(`result of ${lines}: our rules alone`, rules, `${times(rules, floor)} x SQL`);
  const api = await measure(() => ask(portal.origin, query));
  report(`result of ${lines}: our API over HTTP`, api, `${times(api, floor)} x SQL`);

  const bridgeQuery = `query($slug: String!, $from: Int!, $to: Int!) { city(slug: $slug) { footprint { bridge(from: $from, to: $to) { fromKg toKg parts { part kg } } } } }`;
  const compared = { query: bridgeQuery, variables: { slug: large.slug, from: large.from, to: large.to } };
  const alone = await measure(() => Promise.resolve(bridge(from, to)));
  report(`bridge of two years of ${lines}: our rules alone`, alone);
  const asked = await measure(() => ask(portal.origin, compared));
  report(`bridge of two years of ${lines}: our API over HTTP`, asked, `${times(asked, api)} x result`);
}

async function sideOf(prisma: Prisma, year: number) {
  const inventory = await prisma.inventory.findFirstOrThrow({
    where: { year, city: { slug: large.slug } },
    include: workColumns,
  });
  const factors = await factorTable(prisma, inventory.factorSetId);
  return { id: inventory.id, lines: linesOf(inventory), factors, grid: gridTable(inventory) };
}

const networkQuery = `{ networkFootprint(by: country) { total { cities reporting comparing onTrack behind met missed ageYears kgPerEmployee kgPerInhabitant }
  groups { key cities reporting comparing kgPerEmployee kgPerInhabitant } } }`;
type Medians = { cities: number; reporting: number } & Record<"ageYears" | "kgPerEmployee" | "kgPerInhabitant", string>;

/** The network view for its coordinator. Throws when SQL counts otherwise than we do. */
export async function benchNetwork(portal: Running, pool: Pool, dataDir: string): Promise<void> {
  const signedIn = await signIn(portal.origin, dataDir, people.coordinator);
  const byHand = (await pool.query<Medians>(network)).rows[0];
  const answer = await ask<{ networkFootprint: { total: Medians } }>(portal.origin, { query: networkQuery }, signedIn);
  const ours = answer.networkFootprint.total;
  for (const key of ["cities", "reporting", "ageYears", "kgPerEmployee", "kgPerInhabitant"] as const) {
    if (!byHand || Math.abs(Number(byHand[key]) - Number(ours[key])) > 0.001)
      throw new Error(`${key} is ${byHand?.[key]} by SQL and ${ours[key]} by our API.`);
  }
  const what = `${ours.cities} cities x ${footprintSize.years} years`;
  const floor = await measure(() => pool.query(network));
  report(`network of ${what}: one SQL statement, counts and medians`, floor, "1.0 x");
  const api = await measure(() => ask(portal.origin, { query: networkQuery }, signedIn));
  report(`network of ${what}: our API over HTTP`, api, `${times(api, floor)} x SQL`);
  const page = await measure(() => read(`${portal.origin}/en/network/footprint?by=country`, signedIn));
  report("network page /en/network/footprint?by=country, signed in", page, `${times(page, floor)} x SQL`);
}

/** The public pages of footprints: a usual city, and the one with the long inventories. */
export async function benchFootprintPages(portal: Running): Promise<void> {
  for (const slug of ["bench-city-77", large.slug]) {
    for (const page of [`/en/cities/${slug}/footprint`, `/en/cities/${slug}/footprint/${large.to}`])
      report(`page ${page}`, await measure(() => read(portal.origin + page)));
  }
}
