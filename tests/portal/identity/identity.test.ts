import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeAccount } from "../../support/factories/identity.ts";
import { makeMember } from "../../support/factories/person.ts";
import { cookieFrom, type TestPortal, usePortal } from "../../support/portal.ts";
import { codeSentTo } from "../../support/mail/sign-in-code.ts";

const demonstration = usePortal();
const real = usePortal({ demonstration: false, origin: "https://quintet.test" });

async function enterCode(portal: TestPortal, email: string, fields: Record<string, string> = {}) {
  return portal.post("/en/sign-in/code", { email, code: await portal.requestCode(email), ...fields });
}

describe("signing in", () => {
  it("goes from the form by way of the mail to the page that was asked for", async () => {
    const portal = real();
    const { email, name } = await makeAccount(portal.prisma);
    const refused = await portal.get("/fr/account");
    expect(refused).toMatchObject({ status: 302, location: "/fr/sign-in?next=%2Ffr%2Faccount", cookies: [] });
    const form = await portal.get(refused.location ?? "");
    expect(form.html).toContain('<input type="hidden" name="next" value="/fr/account"/>');
    const asked = await portal.post("/fr/sign-in", { email: email.toUpperCase(), next: "/fr/account" });
    expect(asked).toMatchObject({ status: 302, cookies: [] });
    const codePage = await portal.get(asked.location ?? "");
    expect(codePage).toMatchObject({ status: 200, cookies: [] });
    expect(codePage.html).toMatch(/<input[^>]*autoComplete="one-time-code"[^>]*name="code"/i);
    const code = await codeSentTo(portal.mailer, email);
    const entered = await portal.post("/fr/sign-in/code", { email, code, next: "/fr/account" });
    expect(entered).toMatchObject({ status: 302, location: "/fr/account" });
    const account = await portal.get("/fr/account", { cookie: cookieFrom(entered.cookies) });
    expect(account.status).toBe(200);
    expect(account.html).toContain(email);
    expect(account.html).toContain(`value="${name}"`);
    expect(account.html).toContain("Firefox, Linux");
  });

  it("gives a cookie that no script reads, no other site sends and no open line carries", async () => {
    for (const [portal, secure] of [
      [real(), true],
      [demonstration(), false],
    ] as const) {
      const { email } = await makeAccount(portal.prisma);
      const { cookies } = await enterCode(portal, email);
      expect(cookies).toHaveLength(1);
      expect(cookies[0]).toMatch(/; HttpOnly/i);
      expect(cookies[0]).toMatch(/; SameSite=Lax/i);
      expect(cookies[0]).toMatch(/; Path=\//i);
      expect(/; Secure/i.test(cookies[0] ?? "")).toBe(secure);
    }
  });

  it("sets no cookie before", async () => {
    for (const path of ["/en", "/en/cities", "/en/sign-in", "/en/sign-in/code?email=a%40b.eu", "/en/mailbox"]) {
      expect((await demonstration().get(path)).cookies, path).toEqual([]);
    }
  });

  it("says what is wrong with a code, keeps what was typed, and ends after three tries", async () => {
    const portal = real();
    const { email } = await makeAccount(portal.prisma);
    const right = await portal.requestCode(email);
    const wrong = right === "111111" ? "111112" : "111111";
    const address = `/en/sign-in/code?email=${encodeURIComponent(email)}`;
    const first = await portal.post(address, { email, code: wrong });
    expect(first).toMatchObject({ status: 400, cookies: [] });
    expect(first.html).toContain("This is not the code we sent last");
    expect(first.html).toContain(`value="${wrong}"`);
    expect(first.html).toContain("<title>Error: Enter your code");
    await portal.post(address, { email, code: wrong });
    expect((await portal.post(address, { email, code: wrong })).html).toContain("This code no longer works");
    expect(await portal.post(address, { email, code: right })).toMatchObject({ status: 400, cookies: [] });
  });

  it("treats an address without an account like any other", async () => {
    const portal = real();
    const { email } = await makeAccount(portal.prisma);
    const unknown = "nobody@example.org";
    const [known, stranger] = [
      await portal.post("/en/sign-in", { email }),
      await portal.post("/en/sign-in", { email: unknown }),
    ];
    const plain = (text: string | null) =>
      text?.replace(encodeURIComponent(email), "X").replace(encodeURIComponent(unknown), "X");
    expect(plain(stranger.location)).toBe(plain(known.location));
    expect(stranger.status).toBe(known.status);
    await codeSentTo(portal.mailer, email);
    for (const text of ["This is not the code", "This is not the code", "This code no longer works"]) {
      for (const address of [email, unknown]) {
        const page = await portal.post(`/en/sign-in/code?email=${encodeURIComponent(address)}`, {
          email: address,
          code: "000000",
        });
        expect(page.status).toBe(400);
        expect(page.html).toContain(text);
      }
    }
    expect(portal.mailer.sent.filter(({ to }) => to === unknown)).toEqual([]);
  });

  it("refuses what is no address", async () => {
    const page = await demonstration().post("/de/sign-in", { email: "nobody" });
    expect(page.status).toBe(400);
    expect(page.html).toContain('value="nobody"');
  });

  it("leads to no other site", async () => {
    const portal = demonstration();
    const { email } = await makeAccount(portal.prisma);
    const elsewhere = [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example/",
      "/en/../..//evil.example",
      "/.//evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "evil.example",
      "/xx/cities",
      "/graphql",
    ];
    for (const next of elsewhere) {
      expect((await portal.post("/en/sign-in", { email, next })).location, next).not.toContain("evil");
      await codeSentTo(portal.mailer, email);
      expect((await enterCode(portal, email, { next })).location, next).toBe("/en/account");
    }
    expect((await enterCode(portal, email, { next: "/de/cities?sort=name" })).location).toBe("/de/cities?sort=name");
  });

  it("accepts no form from another site", async () => {
    const portal = demonstration();
    const { email } = await makeAccount(portal.prisma);
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      expect((await portal.post("/en/sign-in", { email }, { headers })).status).toBe(403);
      expect((await portal.post("/en/sign-in/code", { email, code: "123456" }, { headers })).status).toBe(403);
    }
  });
});

describe("the account", () => {
  it("ends another session at once, and its own on leaving", async () => {
    const portal = demonstration();
    const { email } = await makeAccount(portal.prisma);
    const [here, there] = [await portal.signIn(email), await portal.signIn(email)];
    const page = await portal.get("/en/account", { cookie: here });
    const [, session] = /name="session" value="([^"]+)"/.exec(page.html) ?? [];
    const revoked = await portal.post("/en/account", { intent: "revoke", session: session ?? "" }, { cookie: here });
    expect(revoked.location).toBe("/en/account?revoked");
    expect((await portal.get("/en/account", { cookie: there })).location).toBe("/en/sign-in?next=%2Fen%2Faccount");
    expect((await portal.get("/en/account", { cookie: here })).status).toBe(200);
    const left = await portal.post("/en/account", { intent: "signOut" }, { cookie: here });
    expect(left.location).toBe("/en");
    expect(left.cookies[0]).toMatch(/Max-Age=0/i);
    expect((await portal.get("/en/account", { cookie: here })).status).toBe(302);
  });

  it("saves name and language, and goes on in that language", async () => {
    const portal = demonstration();
    const { email } = await makeAccount(portal.prisma);
    const cookie = await portal.signIn(email);
    const saved = await portal.post("/en/account", { intent: "profile", name: "Ida", locale: "pl" }, { cookie });
    expect(saved.location).toBe("/pl/account?saved");
    const refused = await portal.post("/en/account", { intent: "profile", name: " ", locale: "pl" }, { cookie });
    expect(refused.status).toBe(400);
    expect((await portal.post("/en/account", { intent: "nothing" }, { cookie })).status).toBe(400);
  });
});

describe("a demonstration", () => {
  it("lists its accounts and shows its mailbox, and a real network does neither", async () => {
    for (const portal of [demonstration(), real()]) {
      await makeAccount(portal.prisma, {
        name: "Dora Demo",
        email: "editor.x@demo.quintet.example",
        demonstration: true,
      });
    }
    const accounts = await demonstration().get("/en/sign-in");
    expect(accounts.html).toContain("Sign in as Dora Demo");
    expect(accounts.html).toContain('href="/en/mailbox"');
    const code = await demonstration().requestCode("editor.x@demo.quintet.example");
    await demonstration().mailer.send({
      to: "editor.x@demo.quintet.example",
      subject: "A code",
      text: code,
      locale: "en",
    });
    expect((await demonstration().get("/en/mailbox?for=editor.x%40demo.quintet.example")).html).toContain(code);
    const plain = await real().get("/en/sign-in");
    expect(plain.html).not.toContain("Dora Demo");
    expect(plain.html).not.toContain("mailbox");
    expect((await real().get("/en/mailbox")).status).toBe(404);
  });
});

describe("a city's people", () => {
  it("are added and removed by its approver, and closed to its editor", async () => {
    const portal = demonstration();
    const city = await makeCity(portal.prisma);
    const path = `/en/cities/${city.slug}/members`;
    const editor = await portal.signIn(await makeMember(portal.prisma, city.id, "editor"));
    const approver = await portal.signIn(await makeMember(portal.prisma, city.id, "approver"));
    expect((await portal.get(path)).location).toBe(`/en/sign-in?next=${encodeURIComponent(path)}`);
    expect((await portal.get(path, { cookie: editor })).status).toBe(403);
    const person = { intent: "add", name: "New Person", email: "New.Person@example.org", role: "editor" };
    expect((await portal.post(path, person, { cookie: editor })).status).toBe(403);
    expect((await portal.post(path, { ...person, email: "x" }, { cookie: approver })).status).toBe(400);
    expect((await portal.post(path, person, { cookie: approver })).location).toBe(`${path}?added`);
    const { html } = await portal.get(path, { cookie: approver });
    expect(html).toContain("new.person@example.org");
    expect(html).toContain("This is you");
    expect(await portal.signIn("new.person@example.org")).not.toBe("");
    const membership = await portal.prisma.membership.findFirstOrThrow({
      where: { user: { email: "new.person@example.org" } },
    });
    const member = Buffer.from(`Membership:${membership.id}`).toString("base64");
    expect((await portal.post(path, { intent: "remove", member }, { cookie: approver })).location).toBe(
      `${path}?removed`,
    );
    expect((await portal.get(path, { cookie: approver })).html).not.toContain("new.person@example.org");
  });

  it("keep its contacts, of whom the public sees those who agreed", async () => {
    const portal = demonstration();
    const city = await makeCity(portal.prisma);
    const path = `/en/cities/${city.slug}/contacts`;
    const cookie = await portal.signIn(await makeMember(portal.prisma, city.id, "editor"));
    const missing = await portal.post(path, { intent: "save", name: "Kim Quiet" }, { cookie });
    expect(missing.status).toBe(400);
    expect(missing.html).toContain('value="Kim Quiet"');
    expect(
      (await portal.post(path, { intent: "save", name: "Kim Quiet", email: "kim@example.org" }, { cookie })).location,
    ).toBe(`${path}?saved`);
    const list = await portal.get(path, { cookie });
    const [, address] = new RegExp(`href="(${path}/[^"]+)"`).exec(list.html) ?? [];
    expect((await portal.get(`/en/cities/${city.slug}`)).html).not.toContain("Kim Quiet");
    const form = await portal.get(address ?? "", { cookie });
    expect(form.html).toContain('value="kim@example.org"');
    const fields = { intent: "save", name: "Kim Quiet", email: "kim@example.org", shown: "yes" };
    expect((await portal.post(address ?? "", fields, { cookie })).location).toBe(`${path}?saved`);
    expect((await portal.get(`/en/cities/${city.slug}`)).html).toContain("Kim Quiet");
    const contact = decodeURIComponent(address?.split("/").at(-1) ?? "");
    const removal = { intent: "remove", contact, version: "2" };
    expect((await portal.post(path, removal, { cookie })).location).toBe(`${path}?removed`);
    expect((await portal.get(address ?? "", { cookie })).status).toBe(404);
  });
});
