import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mock } from "node:test";
import { today } from "../support/api.ts";
import { openTestPortal, type Page } from "../support/portal.ts";
import { seed } from "../support/database/seeded.ts";
import { crawl, type Most } from "./crawl.ts";
import { makeMore } from "./more.ts";
import { fileOf, normal, numbers, withoutIds } from "./normal.ts";

/**
 * `npm run pages -- DIR`: writes the pages of the demonstration network as each kind of visitor sees them, one file a page, so
 * that `diff -r` tells what a change of the code did to them. All pages in English for the public, samples of the others; with
 * `--all` after DIR all of them, which takes several times as long.
 */
const usage = "Usage: npm run pages -- DIR [--all], after npm run build. DIR must be new or empty.";
const [folder, all] = process.argv.slice(2);
const taken = folder && existsSync(folder) && readdirSync(folder).length > 0;
if (!folder || taken || (all && all !== "--all") || !existsSync("build/server/index.js")) {
  console.error(usage);
  process.exit(1);
}

const whole: Most = { queries: 150, alike: Infinity };
const sample: Most = { queries: 150, alike: 8 };
const visitors = [
  { name: "public", locales: ["en", "de", "el", "fr", "pl"] },
  { name: "editor", account: "editor.roubaix", locales: ["en", "el"] },
  { name: "approver", account: "approver.roubaix", locales: ["en"] },
  { name: "coordinator", account: "coordinator", locales: ["en", "el"] },
  { name: "reviewer", account: "reviewer", locales: ["en"] },
];

// The embedded database has the clock that stands still here, and ids made at one instant are in the order of their making.
delete process.env.TEST_DATABASE_URL;
mock.timers.enable({ apis: ["Date"], now: Date.parse(`${today}T12:00:00.000Z`) });
// React answers faster so.
process.env.NODE_ENV = "production";
const started = performance.now();
const portal = await openTestPortal({ filling: "empty" });
await seed(portal.prisma);
// A sample begins with the cities that have most to show.
const cities = ["roubaix", "ghent", "gdynia", "linkoping", "nuremberg"].map((slug) => `/cities/${slug}`);
const from = ["", ...cities, ...(await makeMore(portal))];
report("The demonstration network is there", started);

let written = 0;
for (const { name, account, locales } of visitors) {
  const cookie = account && (await portal.signIn(`${account}@demo.quintet.example`));
  portal.mailer.sent.splice(0);
  for (const locale of locales) written += await keep(name, locale, cookie);
}
report(`${written} pages`, started);
await portal.close();

/** Writes what one visitor sees in one language, and tells how much that is. */
async function keep(visitor: string, locale: string, cookie?: string): Promise<number> {
  const began = performance.now();
  const most = all || (visitor === "public" && locale === "en") ? whole : sample;
  const number = numbers();
  const statuses: number[] = [];
  for await (const { address, page } of crawl(locale, from, most, (path) => portal.get(path, { cookie }))) {
    const file = join(folder ?? "", visitor, fileOf(address, number));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, textOf(page));
    statuses.push(page.status);
  }
  const others = statuses.filter((status) => status !== 200);
  report(`${visitor} ${locale}: ${statuses.length} pages, ${others.length} not 200`, began);
  return statuses.length;
}

/** A page's status, kind and, where it sends on, the address, then its body. */
function textOf({ status, location, html, headers }: Page): string {
  const type = headers.get("content-type") ?? "";
  const head = [String(status), type, location && `→ ${withoutIds(location, numbers())}`].filter(Boolean).join(" ");
  return `${head}\n${normal(html, type)}\n`;
}

function report(what: string, since: number) {
  console.log(`${what}, ${Math.round((performance.now() - since) / 1000)} s`);
}
