import { createHash, randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { bearer, emailOTP } from "better-auth/plugins";
import type { Prisma } from "#prisma/client.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import type { Mailer } from "./mail/mailer.ts";
import { signInCodeMail } from "./mail/messages.ts";
import { countUse, type Limit, resetUses } from "#graphql/kernel/rate-limit.ts";

export type SignInOptions = {
  prisma: Prisma;
  mailer: Mailer;
  logger: Logger;
  secret: string;
  origin: string;
  secureCookies: boolean;
  limits: SignInLimits;
};

export type SignInLimits = { codesPerAddress: Limit; codesPerCaller: Limit; attemptsPerCaller: Limit };

/** Where a request comes from, as far as sign-in needs to know. */
export type Caller = { headers: Headers; address: string };

export type SignIn = ReturnType<typeof openSignIn>;

type SignInAnswer =
  | { outcome: "wrong" | "too_many" }
  | { outcome: "signed_in"; userId: string; token: string; cookies: string[] };

const clientAddress = "x-quintet-client-address";
const sendPath = "/email-otp/send-verification-otp";
const verifyPath = "/sign-in/email-otp";
const codeLifetime = 600;
const attemptsPerCode: Limit = { max: 3, seconds: codeLifetime };

/** How often codes may be asked for and tried. In a demonstration everyone shares a few accounts whose codes anyone may
 *  read, so there the limits only protect the machine. */
export function signInLimits(demonstration: boolean): SignInLimits {
  const times = demonstration ? 50 : 1;
  return {
    codesPerAddress: { max: 10 * times, seconds: 3600 },
    codesPerCaller: { max: 20 * times, seconds: 600 },
    attemptsPerCaller: { max: 60 * times, seconds: 600 },
  };
}

/** Authentication only, by better-auth: who may do what is decided in authorization.ts, never here.
 *  Codes are stored hashed, last ten minutes and three attempts; limits are counted in the database, for known and
 *  unknown addresses alike. Runs on the machine's clock. */
export function openSignIn({ prisma, mailer, logger, secret, origin, secureCookies, limits }: SignInOptions) {
  const rule = ({ max, seconds }: Limit) => ({ max, window: seconds });
  // Hashed, because people also type addresses that have no account and are none of our business.
  const keyOf = (email: string) => createHash("sha256").update(email).digest("base64url");
  const codesKey = (email: string) => `codes|${keyOf(email)}`;
  const attemptsKey = (email: string) => `attempts|${keyOf(email)}`;

  async function deliver(email: string, code: string): Promise<void> {
    const user = await prisma.user.findUnique({ where: { email }, select: { locale: true } });
    await mailer.send(signInCodeMail(email, code, user?.locale ?? "en"));
  }

  /** Comes after the caller's own limit, so that a caller who is over it cannot use up an address's. */
  const limitByAddress = createAuthMiddleware(async ({ path, body }) => {
    const email = (body as { email?: string } | undefined)?.email ?? "";
    if (
      path === sendPath &&
      (await countUse(prisma, codesKey(email), limits.codesPerAddress)) > limits.codesPerAddress.max
    ) {
      throw new APIError("TOO_MANY_REQUESTS");
    }
    if (path === verifyPath && (await countUse(prisma, attemptsKey(email), attemptsPerCode)) > attemptsPerCode.max) {
      throw new APIError("TOO_MANY_REQUESTS");
    }
  });

  const auth = betterAuth({
    baseURL: origin,
    secret,
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    trustedOrigins: [origin],
    session: { expiresIn: 60 * 60 * 24 * 14, disableSessionRefresh: true, cookieCache: { enabled: false } },
    hooks: { before: limitByAddress },
    rateLimit: {
      enabled: true,
      storage: "database",
      // The longest window decides when better-auth prunes the table that rate-limit.ts shares with it.
      window: 3600,
      max: 1000,
      customRules: { [sendPath]: rule(limits.codesPerCaller), [verifyPath]: rule(limits.attemptsPerCaller) },
    },
    advanced: {
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [clientAddress] },
      useSecureCookies: secureCookies,
      cookiePrefix: "quintet",
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      bearer({ requireSignature: true }),
      emailOTP({
        disableSignUp: true,
        storeOTP: "hashed",
        otpLength: 6,
        expiresIn: codeLifetime,
        allowedAttempts: attemptsPerCode.max,
        // Not waited for: how long an answer takes must not tell whether the address has an account.
        sendVerificationOTP({ email, otp }) {
          deliver(email, otp).catch((error: unknown) => logger.error("a sign-in code could not be sent", { error }));
          return Promise.resolve();
        },
      }),
    ],
  });

  async function call(path: string, caller: Caller, body: object): Promise<Response> {
    const headers = new Headers({ "content-type": "application/json", origin, [clientAddress]: caller.address });
    for (const name of ["cookie", "authorization", "user-agent"]) {
      const value = caller.headers.get(name);
      if (value) headers.set(name, value);
    }
    const request = new Request(`${origin}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const response = await auth.handler(request);
    if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to ${path}`);
    return response;
  }

  return {
    /** Sends a code if the address (in lower case) has an account; answers the same when it has none. */
    async requestCode(caller: Caller, email: string): Promise<"sent" | "too_many"> {
      const response = await call(sendPath, caller, { email, type: "sign-in" });
      if (response.status === 429) return "too_many";
      await resetUses(prisma, attemptsKey(email));
      return "sent";
    },

    /** Opens a session: the token for API clients, the Set-Cookie lines for browsers. A third wrong code kills the code. */
    async verifyCode(caller: Caller, email: string, code: string): Promise<SignInAnswer> {
      const response = await call(verifyPath, caller, { email, otp: code });
      if (response.status === 429) return { outcome: "too_many" };
      if (!response.ok) {
        const used = await prisma.rateLimit.findUnique({ where: { key: attemptsKey(email) } });
        return { outcome: used && used.count >= attemptsPerCode.max ? "too_many" : "wrong" };
      }
      await resetUses(prisma, attemptsKey(email));
      const { user } = (await response.json()) as { user: { id: string } };
      const token = decodeURIComponent(response.headers.get("set-auth-token") ?? "");
      return { outcome: "signed_in", userId: user.id, token, cookies: response.headers.getSetCookie() };
    },

    async signOut(caller: Caller): Promise<string[]> {
      const response = await call("/sign-out", caller, {});
      return response.headers.getSetCookie();
    },

    /** The signed-in user's id and session id, or null. Revoked sessions are refused at once: nothing is cached. */
    async session(headers: Headers): Promise<{ userId: string; sessionId: string } | null> {
      if (!headers.has("cookie") && !headers.has("authorization")) return null;
      const session = await auth.api.getSession({ headers });
      return session ? { userId: session.user.id, sessionId: session.session.id } : null;
    },
  };
}
