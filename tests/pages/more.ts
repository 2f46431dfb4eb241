import { encodeGlobalID } from "@pothos/plugin-relay";
import { today } from "../support/api.ts";
import { makeTool } from "../support/factories/practice.ts";
import type { TestPortal } from "../support/portal.ts";
import { indexAt, makeSaved } from "../support/desks/saved-search.ts";

const origin = "http://quintet.test";
const editor = "demo-editor.roubaix";
const inventory = "/cities/roubaix/footprint/2025";

/** Makes what the demonstration network lacks and some pages need: practices that are not published yet, a saved search, a
 *  question, a city whose council has not decided, a spreadsheet to confirm. Returns the addresses to which no page leads,
 *  without their language. */
export async function makeMore(portal: TestPortal): Promise<string[]> {
  const draft = await unpublish(portal, "roubaix-paperless-council", "draft");
  await makeTool(portal.prisma, { practiceId: draft });
  await unpublish(portal, "roubaix-ideal-office", "submitted");
  await makeSaved(portal.prisma, editor, { words: "lamps", token: "a-token" });
  await ask(portal);
  return [
    "/there-is-no-such-page",
    "/pilots",
    "/practices",
    "/search/suggestions?q=energy",
    "/sign-in/code?email=reviewer%40demo.quintet.example",
    "/unsubscribe/a-token",
    `/network/accessions/${await begin(portal)}/council`,
    await sendSheet(portal),
    "/pilots/roubaix-ideal-office/check",
    "/pilots/roubaix-ideal-office/translations/de",
    "/practices/roubaix-paperless-council/edit",
    "/network/review/practices/roubaix-ideal-office",
  ];
}

async function unpublish({ prisma, api }: TestPortal, slug: string, state: "draft" | "submitted"): Promise<string> {
  const { id } = await prisma.practice.update({ where: { slug }, data: { state } });
  await indexAt(api, "practice", id, `${today}T12:00:00Z`);
  return id;
}

async function ask({ prisma }: TestPortal) {
  const { id: cityId } = await prisma.city.findUniqueOrThrow({ where: { slug: "roubaix" } });
  const asked = { words: "dimmed lamps", question: "Who dims lamps at night?", locale: "en", askedOn: new Date(today) };
  await prisma.searchQuestion.create({ data: { cityId, askerId: editor, ...asked } });
}

/** A city that is about to join. */
async function begin({ prisma }: TestPortal): Promise<string> {
  const city = await prisma.city.findFirstOrThrow({ where: { accessions: { none: {} } }, orderBy: { slug: "asc" } });
  const { id: charterVersionId } = await prisma.charterVersion.findFirstOrThrow({ orderBy: { year: "desc" } });
  const { id } = await prisma.accession.create({ data: { cityId: city.id, charterVersionId } });
  return encodeGlobalID("Accession", id);
}

/** Sends last year's lines for this year's inventory, as its editor does. */
async function sendSheet({ get, fetch, signIn }: TestPortal): Promise<string> {
  const cookie = await signIn(editor);
  const { html: lines } = await get("/en/cities/roubaix/footprint/2024/download/csv");
  const body = new FormData();
  body.set("file", new File([lines], "lines.csv"));
  const headers = { cookie, origin, "sec-fetch-site": "same-origin", accept: "text/html" };
  const { headers: answer } = await fetch(
    new Request(`${origin}/en${inventory}/import`, { method: "POST", headers, body }),
  );
  const { pathname } = new URL(answer.get("location") ?? "", origin);
  return pathname.replace("/en", "");
}
