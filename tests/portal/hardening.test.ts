import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeAccount } from "../support/factories/identity.ts";
import { makeNetworkPerson } from "../support/factories/person.ts";
import { type Page, usePortal } from "../support/portal.ts";

/** What comes in wrong, and what every answer carries, whatever it is. */
const portal = usePortal();

const form = { "content-type": "application/x-www-form-urlencoded" };

/** Sends anything, as the portal's own page would. */
async function send(path: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Page> {
  const headers = new Headers({ accept: "text/html", ...(init.headers as Record<string, string>) });
  const request = new Request(new URL(path, "http://quintet.test"), { ...init, headers });
  const response = await portal().fetch(request);
  return {
    status: response.status,
    location: response.headers.get("location"),
    html: await response.text(),
    cookies: [],
    headers: response.headers,
  };
}

const large = `email=${"a".repeat(1_000_001)}`;

describe("answers", () => {
  it("carry the security headers, also those that are no page", async () => {
    const [script = ""] = readdirSync("build/client/assets");
    const asked: [string, RequestInit][] = [
      ["/en", {}],
      ["/", {}],
      ["/health", {}],
      ["/ready", {}],
      ["/graphql", {}],
      ["/favicon.svg", {}],
      [`/assets/${script}`, {}],
      ["/assets/none.js", {}],
      ["/xx", {}],
      ["/en/cities", { method: "PUT" }],
      ["/en/sign-in", { method: "POST", headers: form, body: large }],
      ["/en/sign-in", { method: "POST", headers: { ...form, origin: "https://evil.example" }, body: "email=a" }],
      ["/graphql", { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" }],
    ];
    for (const [path, init] of asked) {
      const { headers } = await send(path, init);
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("x-request-id"), path).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("cache-control"), path).toBeTruthy();
    }
  });

  it("let files be asked for by HEAD, and nothing outside their folder", async () => {
    const [file = ""] = readdirSync("build/client/assets");
    const head = await send(`/assets/${file}`, { method: "HEAD" });
    expect([head.status, head.html, head.headers.get("cache-control")]).toEqual([
      200,
      "",
      expect.stringContaining("immutable"),
    ]);
    for (const path of ["/assets/..", "/assets/../../package.json", "/assets/..%2f..%2fpackage.json", "/assets/."])
      expect((await send(path)).status, path).not.toBe(200);
  });

  it("say in the reader's language what was refused", async () => {
    const asked: [string, number, RequestInit][] = [
      ["Das Formular ist zu groß", 413, { method: "POST", headers: form, body: large }],
      [
        "Dieses Formular kam von einer anderen Website",
        403,
        { method: "POST", headers: { ...form, origin: "null" }, body: "email=a" },
      ],
    ];
    for (const [title, status, init] of asked) {
      const page = await send("/de/sign-in", init);
      expect([page.status, page.headers.get("content-language")]).toEqual([status, "de"]);
      expect(page.html).toMatch(new RegExp(`<html lang="de">.*<h1>${title}`));
    }
  });

  it("hold the page's addresses in other languages on the portal's own origin, whatever host was asked", async () => {
    const response = await portal().fetch(new Request("http://evil.example/en"));
    expect(await response.text()).not.toContain("evil.example");
  });

  it("show a reference and nothing of the machine when the database is gone", async () => {
    const { api } = portal();
    const { email } = await makeAccount(portal().prisma);
    const cookie = await portal().signIn(email);
    const { contextFor } = api;
    api.contextFor = () => Promise.reject(new Error("the secret inside"));
    try {
      const page = await portal().get("/pl/cities", { cookie });
      expect([page.status, page.headers.get("content-language")]).toEqual([500, "pl"]);
      expect(page.html).toContain("Coś poszło nie tak");
      expect(page.html).toContain(`Numer: ${page.headers.get("x-request-id")}`);
      expect(page.html).not.toContain("secret inside");
      const { html } = await send("/graphql", { headers: { accept: "application/json" } });
      expect(html).not.toContain("secret inside");
    } finally {
      api.contextFor = contextFor;
    }
  });
});

describe("forms", () => {
  it("refuse a body that is no form", async () => {
    for (const [type, body] of [
      ["text/plain", "email=a@b.eu"],
      ["application/json", '{"email":"a@b.eu"}'],
      ["multipart/form-data", "email"],
      ["multipart/form-data; boundary=x", "email"],
    ] as const) {
      const page = await send("/fr/sign-in", { method: "POST", headers: { "content-type": type }, body });
      expect([400, 415], type).toContain(page.status);
      expect(page.html).toContain("n’a pas été compris");
    }
    expect((await send("/fr/sign-in", { method: "POST" })).status).toBe(415);
  });

  it("leave out characters that no text may hold", async () => {
    const { email } = await makeAccount(portal().prisma);
    const cookie = await portal().signIn(email);
    const fields = { intent: "profile", name: "I\0da\u0007", locale: "en" };
    expect((await portal().post("/en/account", fields, { cookie })).location).toBe("/en/account?saved");
    expect((await portal().prisma.user.findUniqueOrThrow({ where: { email } })).name).toBe("Ida");
  });
});

describe("addresses", () => {
  it("that hold what no text may hold are no page, and no fault of ours", async () => {
    const paths = ["/en/cities/%00", "/en/pilots/a%00b", "/en/practices/%00", "/en/cities?country=%00&standing=%00"];
    for (const path of paths) expect([400, 404], path).toContain((await send(path)).status);
  });

  it("with words that are cut in the middle of a character still find", async () => {
    for (const lead of ["", "a"]) {
      const page = await send(`/en/search?q=${encodeURIComponent(lead + "🌱".repeat(1000))}`);
      expect(page.status).toBe(200);
    }
  });

  it("that are asked for in a wrong way are not logged as faults of ours", async () => {
    portal().logs.splice(0);
    expect((await send("/en/cities", { method: "PUT" })).status).toBe(405);
    expect((await send("/en", { method: "OPTIONS" })).status).toBe(405);
    expect(portal().logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe("an empty network", () => {
  it("says what to do next where its cities would be", async () => {
    const page = await portal().get("/en/cities");
    expect(page.html).toContain("No city has joined yet");
    expect(page.html).toContain('href="/en/joining"');
    const person = await makeNetworkPerson(portal().prisma);
    const { html } = await portal().get("/en/cities", { cookie: await portal().signIn(person) });
    expect(html).toContain('href="/en/network/accessions/new"');
    expect(html).not.toContain("No city matches these filters");
  });
});
