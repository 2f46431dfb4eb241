import { pathToFileURL } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { fixedClock } from "#graphql/kernel/clock.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { memoryMailer } from "#graphql/mail/mailer.ts";
import { today } from "./api.ts";
import { testDatabase } from "./database/database.ts";
import type { Filling } from "./database/template.ts";
import { codeSentTo } from "./mail/sign-in-code.ts";

export type TestPortal = Awaited<ReturnType<typeof openTestPortal>>;
export type PortalOptions = { filling?: Filling; demonstration?: boolean; origin?: string };
export type Sending = { cookie?: string; acceptLanguage?: string; headers?: Record<string, string> };
export type Fields = Record<string, string | readonly string[]>;
export type Page = { status: number; location: string | null; html: string; cookies: string[]; headers: Headers };

const built = pathToFileURL("build/server/index.js").href;

/** The built portal on a fresh database, with the clock stopped at noon of `today`; run `npm run build` before. */
export async function openTestPortal({
  filling,
  demonstration = true,
  origin = "http://quintet.test",
}: PortalOptions = {}) {
  const { createPortal, openApi } = (await import(/* @vite-ignore */ built)) as typeof import("../../app/server.ts");
  const database = await testDatabase(filling);
  const mailer = memoryMailer();
  const logs: string[] = [];
  const api = await openApi({
    database,
    mailer,
    clock: fixedClock(`${today}T12:00:00.000Z`),
    logger: jsonLogger((line) => logs.push(line)),
    secret: "a-secret-that-only-the-tests-know-0123456789",
    origin,
    demonstration,
  });
  const portal = createPortal(api, "test");

  async function send(path: string, { cookie, acceptLanguage, headers }: Sending, init: RequestInit): Promise<Page> {
    const sent = new Headers({
      accept: "text/html",
      "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/150.0",
      ...headers,
    });
    if (cookie) sent.set("cookie", cookie);
    if (acceptLanguage) sent.set("accept-language", acceptLanguage);
    const response = await portal.fetch(
      new Request(new URL(path, origin), { ...init, headers: sent, redirect: "manual" }),
      "192.0.2.1",
    );
    const html = await response.text();
    return {
      status: response.status,
      location: response.headers.get("location"),
      html,
      cookies: response.headers.getSetCookie(),
      headers: response.headers,
    };
  }

  /** Reads a page as a browser does, without following redirects. */
  const get = (path: string, sending: Sending = {}) => send(path, sending, { method: "GET" });

  /** Sends a form as a browser does from the portal's own page, without following redirects. */
  function post(path: string, fields: Fields, sending: Sending = {}) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    );
    const headers = { origin, "sec-fetch-site": "same-origin", ...sending.headers };
    return send(path, { ...sending, headers }, { method: "POST", body });
  }

  /** Asks for a sign-in code by the form and reads it from the mailer. */
  async function requestCode(email: string): Promise<string> {
    mailer.sent.splice(0, mailer.sent.length, ...mailer.sent.filter(({ to }) => to !== email));
    await post("/en/sign-in", { email });
    return codeSentTo(mailer, email);
  }

  /** Signs a person in (an e-mail address or a user id) with a code from the mailer, and returns the cookie. */
  async function signIn(person: string): Promise<string> {
    const user = person.includes("@") ? null : await api.prisma.user.findUniqueOrThrow({ where: { id: person } });
    const email = user?.email ?? person;
    const { cookies } = await post("/en/sign-in/code", { email, code: await requestCode(email) });
    if (cookies.length === 0) throw new Error(`${email} could not sign in.`);
    return cookieFrom(cookies);
  }

  /** Does what is queued: index writes, notices. */
  const drain = () => api.jobs.drain(api.handlers);

  /** Asks with any request, however odd. */
  const fetch = (request: Request) => portal.fetch(request, "192.0.2.1");

  return {
    get,
    post,
    fetch,
    requestCode,
    signIn,
    drain,
    prisma: api.prisma,
    api,
    mailer,
    logs,
    close: () => api.close(),
  };
}

/** The Cookie line that a browser makes of Set-Cookie lines. */
export function cookieFrom(lines: readonly string[]): string {
  return lines.map((line) => line.split(";")[0]).join("; ");
}

/** Opens a portal for the test file and closes it afterwards. */
export function usePortal(options: PortalOptions = {}): () => TestPortal {
  let portal: TestPortal | undefined;
  beforeAll(async () => {
    portal = await openTestPortal(options);
  });
  afterAll(() => portal?.close());
  return () => {
    if (!portal) throw new Error("The portal is not open yet.");
    return portal;
  };
}
