import { decodeGlobalID, encodeGlobalID } from "@pothos/plugin-relay";
import type { Prisma } from "#prisma/client.ts";
import { makeCity } from "../factories/city.ts";
import { makeInventory } from "../factories/inventory.ts";
import { makeBaseline, makeYear } from "../factories/baseline.ts";
import { makeMember } from "../factories/person.ts";
import { makePilot } from "../factories/pilot.ts";

/** A word that stands in every text of a row that strangers may not read. */
export const secret = "zxsecret";
/** A word by which these rows could be found. */
export const findable = "lantern";

const words = `${findable} ${secret}`;
let serial = 0;

/** What a city has; `open` rows are published, the others are nobody's business but the city's. */
export type Household = {
  prisma: Prisma;
  cityId: string;
  userId: string;
  open: boolean;
  pilotId: string;
  practiceId: string;
  inventoryId: string;
};

/** For every type that node(id) reaches: how its row in a household is made or found, or why it has none. */
export const nodeCases: Record<string, "public" | ((household: Household) => Promise<{ id: string }>)> = {
  CharterVersion: "public",
  Commitment: "public",
  City: ({ prisma, cityId }) => prisma.city.findUniqueOrThrow({ where: { id: cityId } }),
  Accession: ({ prisma, cityId }) => prisma.accession.findFirstOrThrow({ where: { cityId } }),
  AccessionDocument: async ({ prisma, cityId }) => {
    const accession = await prisma.accession.findFirstOrThrow({ where: { cityId } });
    const title = accession.signedOn ? "Signed charter" : words;
    return prisma.accessionDocument.create({ data: { accessionId: accession.id, kind: "signed_charter", title } });
  },
  Ceremony: async ({ prisma, cityId }) => {
    const accession = await prisma.accession.findFirstOrThrow({ where: { cityId } });
    const place = accession.signedOn ? "Town hall" : words;
    return prisma.ceremony.create({
      data: { accessionId: accession.id, kind: "local", place, heldOn: new Date("2024-05-01") },
    });
  },
  Contact: ({ prisma, cityId, open }) =>
    prisma.contact.create({ data: { cityId, name: open ? "Desk" : words, email: "desk@example.org", shown: open } }),
  Membership: ({ prisma, cityId, userId }) => prisma.membership.findFirstOrThrow({ where: { cityId, userId } }),
  User: ({ prisma, userId }) => prisma.user.findUniqueOrThrow({ where: { id: userId } }),
  Session: ({ prisma, userId }) => {
    serial += 1;
    const id = `00000000-0000-4000-8000-${String(serial).padStart(12, "0")}`;
    const expiresAt = new Date("2099-01-01");
    return prisma.session.create({ data: { id, userId, expiresAt, token: `token-${serial}`, userAgent: words } });
  },
  SavedSearch: ({ prisma, userId }) => {
    serial += 1;
    const data = { userId, words, locale: "en", cadence: "daily", token: `token-of-${serial}` } as const;
    return prisma.savedSearch.create({ data: { ...data, checkedUntil: new Date("2026-11-20") } });
  },
  Pilot: ({ prisma, pilotId }) => prisma.pilot.findUniqueOrThrow({ where: { id: pilotId } }),
  PilotEntry: ({ prisma, pilotId }) => prisma.pilotEntry.findFirstOrThrow({ where: { pilotId } }),
  Result: ({ prisma, pilotId }) => prisma.result.findFirstOrThrow({ where: { pilotId } }),
  Practice: ({ prisma, practiceId }) => prisma.practice.findUniqueOrThrow({ where: { id: practiceId } }),
  PracticeTool: ({ prisma, practiceId, open }) =>
    prisma.practiceTool.create({
      data: {
        ...{ practiceId, kind: "document", language: "en", url: "https://example.org/tool" },
        title: open ? "A template" : words,
        description: open ? "To fill in." : words,
      },
    }),
  FactorSet: "public",
  Factor: "public",
  GridFactor: "public",
  Inventory: ({ prisma, inventoryId }) => prisma.inventory.findUniqueOrThrow({ where: { id: inventoryId } }),
  InventoryLine: ({ prisma, inventoryId }) => prisma.inventoryLine.findFirstOrThrow({ where: { inventoryId } }),
  SheetImport: ({ prisma, inventoryId }) =>
    prisma.sheetImport.create({
      data: { inventoryId, fileName: words, rows: [], issues: { issues: [], notices: [] } },
    }),
  Baseline: async ({ prisma, cityId, open }) => {
    const city = await prisma.city.findUniqueOrThrow({ where: { id: cityId } });
    const revision = open ? 1 : 2;
    const year = await makeYear(prisma, city, 2012, { revision, state: open ? "superseded" : "draft" });
    const explanation = open ? "The first year with data." : words;
    return makeBaseline(prisma, cityId, [year], { state: open ? "active" : "proposed", explanation });
  },
  SearchQuestion: ({ prisma, cityId, userId }) =>
    prisma.searchQuestion.create({
      data: { cityId, askerId: userId, words, question: words, locale: "en", askedOn: new Date("2026-10-01") },
    }),
};

/** Types whose rows belong to no city. */
export const publicTypes = Object.keys(nodeCases).filter((type) => nodeCases[type] === "public");

/** A city with an editor who is also its approver; a signatory unless `candidate`. */
export async function makeHome(prisma: Prisma, { candidate = false, name = words } = {}) {
  const city = await makeCity(
    prisma,
    candidate ? { signedOn: null, name: words, department: secret, summary: words } : {},
  );
  const userId = await makeMember(prisma, city.id, "editor");
  await prisma.membership.create({ data: { userId, cityId: city.id, role: "approver" } });
  await prisma.user.update({
    where: { id: userId },
    data: { name, email: `${name.replaceAll(" ", ".")}.${userId}@example.org` },
  });
  return { city, userId };
}

export type Home = Awaited<ReturnType<typeof makeHome>>;

/** Rows of every type in a city, as global ids by type. */
export async function makeRows(prisma: Prisma, { city, userId }: Home, open: boolean): Promise<Record<string, string>> {
  const household = { prisma, cityId: city.id, userId, open, ...(await makeWritings(prisma, city.id, open)) };
  const rows: Record<string, string> = {};
  for (const [type, make] of Object.entries(nodeCases)) {
    if (make !== "public") rows[type] = encodeGlobalID(type, (await make(household)).id);
  }
  await writeHistory(household, rows);
  return rows;
}

/** For every kind that keeps a history, something done of which strangers may know at most that it was done. */
const done: Record<string, string> = {
  City: "city.update",
  Accession: "accession.update",
  Pilot: "pilot.log",
  Practice: "practice.translate",
  Inventory: "footprint.publish",
  Baseline: "footprint.choose_baseline",
  Contact: "contact.save",
  Membership: "member.add",
  SavedSearch: "search.save",
  SearchQuestion: "search.ask",
};

async function writeHistory({ prisma, cityId, userId }: Household, rows: Record<string, string>) {
  const data = Object.entries(done).map(([subject, action]) => ({
    subject,
    action,
    subjectId: decodeGlobalID(rows[subject] ?? "").id,
    cityId,
    actorId: userId,
    after: { comment: words, contactId: words, email: words },
  }));
  await prisma.auditEntry.createMany({ data });
}

async function makeWritings(prisma: Prisma, cityId: string, open: boolean) {
  serial += 1;
  const texts = open
    ? { title: "A pilot", purpose: "Saves energy." }
    : { title: words, purpose: words, description: words };
  const pilot = await makePilot(prisma, { cityId, slot: open ? 1 : 2, state: open ? "accepted" : "draft", ...texts });
  await prisma.review.create({
    data: { pilotId: pilot.id, decision: "sent_back", comment: words, decidedOn: new Date("2026-10-01") },
  });
  if (!open) {
    await prisma.pilotEntry.updateMany({ where: { pilotId: pilot.id }, data: { text: words } });
    await prisma.result.updateMany({ where: { pilotId: pilot.id }, data: { note: words, sourceTitle: words } });
    await prisma.contact.updateMany({ where: { pilots: { some: { id: pilot.id } } }, data: { name: words } });
  }
  const practice = await prisma.practice.create({
    data: {
      slug: `practice-of-home-${serial}`,
      state: open ? "published" : "draft",
      publishedOn: open ? new Date("2026-10-01") : null,
      language: "en",
      title: open ? "A practice" : words,
      summary: open ? "Worth repeating." : words,
      problem: open ? "Dark streets." : words,
      cityId,
      pilotId: pilot.id,
      places: { create: { cityId } },
      reviews: { create: { decision: "sent_back", comment: words, decidedOn: new Date("2026-10-01") } },
    },
  });
  const inventory = await makeInventory(prisma, {
    cityId,
    year: open ? 2022 : 2021,
    state: open ? "published" : "draft",
    note: open ? null : words,
    of: [{ label: open ? null : words }],
    electricity: { FR: "50" },
  });
  const { id: inventoryId } = inventory;
  const said = { inventoryId, decidedOn: new Date("2026-10-01"), comment: words };
  await prisma.review.createMany({
    data: [
      { ...said, decision: "sent_back" },
      { ...said, decision: open ? "published" : "signed_off" },
    ],
  });
  await prisma.warningAcceptance.create({
    data: { inventoryId, key: "quantity_jump:laptop", reason: words, acceptedOn: new Date("2026-10-01") },
  });
  return { pilotId: pilot.id, practiceId: practice.id, inventoryId };
}
