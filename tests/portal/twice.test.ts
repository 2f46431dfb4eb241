import { encodeGlobalID } from "@pothos/plugin-relay";
import { beforeAll, describe, expect, it } from "vitest";
import { cityDesk } from "../support/desks/city.ts";
import { makeIndicators, makePilot } from "../support/factories/pilot.ts";
import { makePractice } from "../support/factories/practice.ts";
import type { Fields } from "../support/portal.ts";
import { usePortal } from "../support/portal.ts";

/** A second tap, or Back and send again: forms that add something make one. */

const portal = usePortal();
const { team } = cityDesk(portal);
const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? "";

beforeAll(() => makeIndicators(portal().prisma));

type Place = { slug: string; pilot: string; practice: string };
const day = { "enteredOn.day": "20", "enteredOn.month": "11", "enteredOn.year": "2026" };
const forms: [string, (place: Place) => string, Fields, () => Promise<number>][] = [
  [
    "pilot",
    ({ slug }) => `/en/cities/${slug}/pilots/new`,
    { title: "Twice sent", language: "en", slot: "4" },
    () => portal().prisma.pilot.count({ where: { title: "Twice sent" } }),
  ],
  [
    "practice",
    ({ slug }) => `/en/cities/${slug}/practices/new`,
    { from: "nothing", title: "Twice sent", language: "en" },
    () => portal().prisma.practice.count({ where: { title: "Twice sent" } }),
  ],
  [
    "contact",
    ({ slug }) => `/en/cities/${slug}/contacts`,
    { intent: "save", name: "Twice sent", phone: "1" },
    () => portal().prisma.contact.count({ where: { name: "Twice sent" } }),
  ],
  [
    "log entry",
    ({ pilot }) => `/en/pilots/${pilot}/log/new`,
    { ...day, stage: "under_way", language: "en", text: "Twice sent" },
    () => portal().prisma.pilotEntry.count({ where: { text: "Twice sent" } }),
  ],
  [
    "result",
    ({ pilot }) => `/en/pilots/${pilot}/results/new`,
    {
      ...{ indicatorCode: "energy_reduction_share", comparator: "equal", value: "12", unitCode: "percent" },
      ...{ direction: "reduction", span: "year", evidence: "estimate", language: "en", method: "By hand." },
      note: "Twice sent",
    },
    () => portal().prisma.result.count({ where: { note: "Twice sent" } }),
  ],
  [
    "tool",
    ({ practice }) => `/en/practices/${practice}/edit/tools/new`,
    { kind: "clause", title: "Twice sent", language: "en", url: "https://www.example.org/clause", licence: "MIT" },
    () => portal().prisma.practiceTool.count({ where: { title: "Twice sent" } }),
  ],
  [
    "question",
    () => "/en/search/ask",
    { words: "Twice sent", question: "Who has one?" },
    () => portal().prisma.searchQuestion.count({ where: { words: "Twice sent" } }),
  ],
];

describe("a form that is sent twice", () => {
  it.each(forms)("makes one %s", async (_name, address, fields, count) => {
    const { city, editor } = await team();
    const { slug } = await makePilot(portal().prisma, { cityId: city.id, bare: true });
    const practice = await makePractice(portal().prisma, { cityId: city.id, state: "draft" });
    const path = address({ slug: city.slug, pilot: slug, practice: practice.slug });
    const key = keyIn((await editor.get(path)).html);
    expect(key).not.toBe("");
    const sent = await Promise.all([1, 2].map(() => editor.post(path, { ...fields, key })));
    expect(sent.map(({ status }) => status)).toEqual([302, 302]);
    expect(sent[1]?.location).toBe(sent[0]?.location);
    expect(await count()).toBe(1);
  });

  it("keeps its key while it comes back with errors, and gets another once it is used up", async () => {
    const { city, editor } = await team();
    const path = `/en/cities/${city.slug}/practices/new`;
    const key = keyIn((await editor.get(path)).html);
    const fields = { from: "nothing", language: "en", key };
    const blank = await editor.post(path, { ...fields, title: " " });
    expect(blank.status).toBe(400);
    expect(keyIn(blank.html)).toBe(key);
    expect((await editor.post(path, { ...fields, title: "One" })).status).toBe(302);
    const other = await editor.post(path, { ...fields, title: "Another" });
    expect(other.status).toBe(400);
    expect(other.html).toContain("Send it again if you mean a second one.");
    const fresh = keyIn(other.html);
    expect(fresh).not.toBe(key);
    expect((await editor.post(path, { ...fields, key: fresh, title: "Another" })).status).toBe(302);
  });
});

describe("a change of a contact", () => {
  it("that somebody else changed meanwhile is not saved, and says so", async () => {
    const { city, editor } = await team();
    const { prisma } = portal();
    const { id } = await prisma.contact.create({ data: { cityId: city.id, name: "Ada", email: "ada@example.org" } });
    const path = `/en/cities/${city.slug}/contacts/${encodeURIComponent(encodeGlobalID("Contact", id))}`;
    const fields = { name: "Ada B.", email: "ada@example.org", version: await editor.versionOf(path) };
    expect((await editor.post(path, fields)).status).toBe(302);
    const late = await editor.post(path, { ...fields, name: "Ada C." });
    expect(late.status).toBe(409);
    expect(late.html).toContain("Someone else saved this meanwhile");
    const gone = await editor.post(`/en/cities/${city.slug}/contacts`, {
      ...{ intent: "remove", contact: encodeGlobalID("Contact", id), version: "1" },
    });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain("Look at it as it stands now.");
    expect(await prisma.contact.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "Ada B.", version: 2 });
  });
});
