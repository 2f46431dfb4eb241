import { beforeEach, describe, expect, it } from "vitest";
import { headersOf, smtpMailer } from "#graphql/mail/mailer.ts";
import { checkSaved, mailSaved } from "#graphql/search/saved/alert.store.ts";
import { indexRow, rebuildSearch } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePerson } from "../../support/factories/person.ts";
import { makeIndicators, makePilot } from "../../support/factories/pilot.ts";
import { openSmtp } from "../../support/mail/smtp.ts";
import { indexAt, makeLantern, makeSaved } from "../../support/desks/saved-search.ts";

/** The clock stands at noon of 2026-11-22, a Sunday; saved searches were last checked the morning before. */
const api = useApi();
let person = "";

/** What the daily job does, and all that follows from it. */
async function day(): Promise<void> {
  await api().prisma.$transaction((tx) => api().jobs.send(tx, "daily", {}));
  await api().drain();
}

const mails = () => api().mailer.sent;

beforeEach(async () => {
  const { prisma } = api();
  await prisma.savedSearch.deleteMany();
  await prisma.practice.deleteMany();
  await api().search.clear();
  mails().splice(0);
  person = await makePerson(prisma);
});

describe("the mail of a saved search", () => {
  it("tells what is new: title, city, summary and link, and how to end it", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma, { name: "Lund", countryCode: "SE" });
    const practice = await makeLantern(api(), { cityId: city.id, summary: "Two lines,\nas one." });
    const saved = await makeSaved(prisma, person, { filters: { country: ["SE"] } });
    await day();
    expect(mails()).toHaveLength(1);
    const [mail] = mails();
    expect(mail).toMatchObject({
      to: `${person}@example.org`,
      locale: "en",
      subject: "1 new result for “lanterns”; Country: Sweden",
      unsubscribe: `http://quintet.test/en/unsubscribe/${saved.token}`,
    });
    expect(mail?.text).toContain(
      `Lanterns that dim\nPractice · Lund\nTwo lines, as one.\nhttp://quintet.test/en/practices/${practice.slug}`,
    );
    expect(mail?.text).toContain("The whole search: http://quintet.test/en/search?q=lanterns&country=SE");
    expect(mail?.text).toContain(`No more messages about this search: ${mail?.unsubscribe}`);
    expect(mail?.text).toContain("http://quintet.test/en/account/searches");
    expect(headersOf(mail!)).toEqual({
      "Content-Language": "en",
      "List-Unsubscribe": `<http://quintet.test/en/unsubscribe/${saved.token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  it("is not sent when nothing is new, and the time is noted", async () => {
    const { prisma } = api();
    await makeLantern(api(), { at: "2026-11-20T12:00:00Z" });
    await makeLantern(api(), { title: "Meters in schools", summary: "Nothing else." });
    const { id } = await makeSaved(prisma, person);
    await day();
    expect(mails()).toEqual([]);
    const after = await prisma.savedSearch.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({ checkedUntil: new Date("2026-11-22T11:59:00Z"), lastMailedAt: null });
  });

  it("is sent once, however often the jobs run", async () => {
    const { prisma, jobs, clock, search, mailer, origin } = api();
    const practice = await makeLantern(api());
    const { id } = await makeSaved(prisma, person);
    const services = { prisma, jobs, clock, engine: search };
    await Promise.all([checkSaved(services, id), checkSaved(services, id), checkSaved(services, id)]);
    await day();
    await day();
    expect(mails()).toHaveLength(1);
    const rows = [{ kind: "practice" as const, id: practice.id }];
    await mailSaved({ prisma, mailer, clock, origin }, { id, until: "2026-11-22T11:59:00.000Z", rows });
    expect(mails()).toHaveLength(1);
  });

  it("does not take for new what is written again, by an edit or a rebuild of the index", async () => {
    const { prisma, search } = api();
    const practice = await makeLantern(api(), { at: "2026-11-20T12:00:00Z" });
    await makeSaved(prisma, person);
    await prisma.practice.update({ where: { id: practice.id }, data: { summary: "Lanterns, told better." } });
    await rebuildSearch(prisma, search);
    await indexRow(prisma, search, "practice", practice.id);
    const document = await prisma.searchDocument.findFirst({ where: { rowId: practice.id } });
    expect(document?.firstSeenAt).toEqual(new Date("2026-11-20T12:00:00Z"));
    await day();
    expect(mails()).toEqual([]);
  });

  it("leaves what was written a moment ago for the next day", async () => {
    const { prisma } = api();
    await makeLantern(api(), { at: "2026-11-22T11:59:30Z" });
    const { id } = await makeSaved(prisma, person);
    await day();
    expect(mails()).toEqual([]);
    await prisma.searchDocument.updateMany({ data: { firstSeenAt: new Date("2026-11-22T11:58:00Z") } });
    await prisma.savedSearch.update({ where: { id }, data: { checkedUntil: new Date("2026-11-21T11:59:00Z") } });
    await day();
    expect(mails()).toHaveLength(1);
  });

  it("comes daily, weekly or never", async () => {
    const { prisma } = api();
    await makeLantern(api());
    const yesterday = new Date("2026-11-21T05:00:00Z");
    const lastWeek = new Date("2026-11-15T05:00:00Z");
    const kept = [
      ["daily", yesterday, "daily after a day"],
      ["weekly", yesterday, "weekly after a day"],
      ["weekly", lastWeek, "weekly after a week"],
      ["none", lastWeek, "never"],
    ] as const;
    for (const [cadence, checkedUntil, words] of kept)
      await makeSaved(prisma, person, {
        cadence,
        checkedUntil,
        words: `lanterns`,
        filters: {},
        without: [words.replaceAll(" ", "-")],
      });
    await day();
    expect(
      mails()
        .map(({ text }) => /without=([\w-]+)/.exec(text)?.[1])
        .toSorted(),
    ).toEqual(["daily-after-a-day", "weekly-after-a-week"]);
    expect(mails().some(({ text }) => text.includes("once a week at most"))).toBe(true);
  });

  it("lists ten and says how many more", async () => {
    const { prisma } = api();
    for (let number = 1; number <= 13; number += 1) await makeLantern(api(), { title: `Lanterns ${number}` });
    await makeSaved(prisma, person);
    await day();
    expect(mails()[0]?.subject).toContain("13 new results");
    expect(mails()[0]?.text.match(/^Lanterns \d+$/gm)).toHaveLength(10);
    expect(mails()[0]?.text).toContain("and 3 more: http://quintet.test/en/search?q=lanterns");
  });
});

describe("the letter on the wire", () => {
  it("ends such mails with one click (RFC 8058), and is read as it was written", async () => {
    const server = await openSmtp();
    const unsubscribe = `https://quintet.example/el/unsubscribe/${"t".repeat(32)}`;
    const mail = { to: "ada@example.org", subject: "3 νέα αποτελέσματα", text: "Φωτισμός\n.\nτέλος", locale: "el" };
    await smtpMailer(server.url, "Quintet <no-reply@quintet.example>").send({ ...mail, unsubscribe });
    await smtpMailer(server.url, "Quintet <no-reply@quintet.example>").send(mail);
    await server.close();
    const [letter = "", other = ""] = server.letters.map((text) => text.replaceAll(/\r\n[ \t]+/g, " "));
    expect(letter).toContain(`List-Unsubscribe: <${unsubscribe}>\r\n`);
    expect(letter).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(letter).toContain("Content-Language: el\r\n");
    expect(other).not.toContain("List-Unsubscribe");
  });
});

describe("the reader's language", () => {
  it.each([
    ["de", "2 neue Ergebnisse für „Laternen“; Land: Schweden"],
    ["fr", "2 nouveaux résultats pour « Laternen »; Pays : Suède"],
    ["pl", "2 nowe wyniki: „Laternen”; Kraj: Szwecja"],
    ["el", "2 νέα αποτελέσματα για «Laternen»; Χώρα: Σουηδία"],
    ["sv", "2 new results for “Laternen”; Country: Sweden"],
  ])("%s: that of the profile, with the right plural and the translation", async (locale, subject) => {
    const { prisma } = api();
    const city = await makeCity(prisma, { countryCode: "SE" });
    await prisma.user.update({ where: { id: person }, data: { locale } });
    for (const number of [1, 2]) {
      const translations = {
        create: { language: locale, origin: "human", sourceVersion: 1, title: `Übersetzt ${number}` },
      } as const;
      await makeLantern(api(), {
        cityId: city.id,
        title: "Laternen",
        language: "de",
        ...(locale === "de" ? {} : { translations }),
      });
    }
    await makeSaved(prisma, person, { words: "Laternen", locale: "de", filters: { country: ["SE"] } });
    await day();
    expect(mails()[0]?.subject).toBe(subject);
    const page = locale === "sv" ? "en" : locale;
    expect(mails()[0]?.text).toContain(`http://quintet.test/${page}/practices/`);
    expect(mails()[0]?.text.includes("Übersetzt 1")).toBe(!["de", "sv"].includes(locale));
  });
});

describe("what the public may not see", () => {
  it("is never mailed: a draft in a stale index, or a practice withdrawn between check and mail", async () => {
    const { prisma, jobs, clock, search } = api();
    const draft = await makeLantern(api(), { title: "Lanterns in draft" });
    const withdrawn = await makeLantern(api(), { title: "Lanterns withdrawn" });
    await makeLantern(api(), { title: "Lanterns to be seen" });
    await prisma.practice.update({ where: { id: draft.id }, data: { state: "draft" } });
    const { id } = await makeSaved(prisma, person);
    await checkSaved({ prisma, jobs, clock, engine: search }, id);
    await prisma.practice.update({ where: { id: withdrawn.id }, data: { state: "changes_requested" } });
    await api().drain();
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.subject).toContain("1 new result");
    expect(mails()[0]?.text).toContain("Lanterns to be seen");
    expect(mails()[0]?.text).not.toMatch(/draft|withdrawn/);
  });

  it("is not mailed to the city's own people either", async () => {
    const { prisma } = api();
    const practice = await makeLantern(api());
    await prisma.practice.update({ where: { id: practice.id }, data: { state: "draft" } });
    await prisma.membership.create({ data: { userId: person, cityId: practice.cityId, role: "editor" } });
    await makeSaved(prisma, person);
    await day();
    expect(mails()).toEqual([]);
  });
});

describe("who is mailed", () => {
  it("is nobody whose account is gone, or who stopped the mails, since the check", async () => {
    const { prisma, jobs, clock, search } = api();
    await makeLantern(api());
    const gone = await makeSaved(prisma, await makePerson(prisma));
    const stopped = await makeSaved(prisma, person);
    for (const { id } of [gone, stopped]) await checkSaved({ prisma, jobs, clock, engine: search }, id);
    await prisma.user.delete({ where: { id: gone.userId } });
    await prisma.savedSearch.update({ where: { id: stopped.id }, data: { cadence: "none" } });
    await api().drain();
    await checkSaved({ prisma, jobs, clock, engine: search }, gone.id);
    expect(mails()).toEqual([]);
  });
});

describe("what fits", () => {
  it("is what the finder finds in any language and kind, without the parts of what is told anyway", async () => {
    const { prisma } = api();
    await makeIndicators(prisma);
    const practice = await makeLantern(api(), {
      results: {
        create: { indicatorCode: "energy_reduction_share", value: 30, unitCode: "percent", evidence: "monitored" },
      },
    });
    const result = await prisma.result.findFirstOrThrow({ where: { practiceId: practice.id } });
    await indexAt(api(), "result", result.id, "2026-11-22T03:00:00Z");
    const pilot = await makePilot(prisma, { title: "Lanterns under test", state: "accepted", language: "en" });
    await indexAt(api(), "pilot", pilot.id, "2026-11-22T03:00:00Z");
    await makeSaved(prisma, person);
    await day();
    expect(mails()[0]?.subject).toContain("2 new results");
    expect(mails()[0]?.text).toContain(`/pilots/${pilot.slug}`);
    expect(mails()[0]?.text.match(new RegExp(`/practices/${practice.slug}`, "g"))).toHaveLength(1);
  });

  it("keeps to cities like mine, and mails nothing once that city cannot be seen", async () => {
    const { prisma } = api();
    const mine = await makeCity(prisma, { countryCode: "SE", population: 90_000, name: "Mine" });
    const alike = await makeCity(prisma, { countryCode: "NO", population: 80_000 });
    const other = await makeCity(prisma, { countryCode: "GR", population: 80_000 });
    await makeLantern(api(), { cityId: alike.id, title: "Lanterns alike" });
    await makeLantern(api(), { cityId: other.id, title: "Lanterns elsewhere" });
    await makeSaved(prisma, person, { like: mine.slug, likeWithout: ["grid", "language"] });
    await makeSaved(prisma, person, { like: "no-such-city" });
    await day();
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.subject).toBe("1 new result for “lanterns”; cities like Mine");
    expect(mails()[0]?.text).not.toContain("elsewhere");
  });
});

describe("the day's job", () => {
  it("is scheduled once for the whole network, and made up for after a standstill", async () => {
    await api().jobs.work(api().handlers);
    const rows = await api().prisma.$queryRaw<object[]>`SELECT name, cron, timezone, options FROM pgboss.schedule`;
    expect(rows).toMatchObject([{ name: "daily", cron: "0 5 * * *", timezone: "UTC", options: { missed: "once" } }]);
  });
});
