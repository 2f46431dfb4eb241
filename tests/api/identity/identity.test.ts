import { describe, expect, it } from "vitest";
import { fixedClock } from "#graphql/kernel/clock.ts";
import { openApi } from "#graphql/api.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { memoryMailer } from "#graphql/mail/mailer.ts";
import { type Answer, useApi } from "../../support/api.ts";
import { testDatabase } from "../../support/database/database.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeAccount } from "../../support/factories/identity.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { codeSentTo, mailSentTo } from "../../support/mail/sign-in-code.ts";

const api = useApi();

const outcomes = `... on InvalidInput { issues { path code } } ... on NotFound { subject } ... on Forbidden { reason }`;
const requestCode = `mutation($email: String!) { requestSignInCode(email: $email) { __typename ${outcomes} ... on SignInCodeRequested { email } } }`;
const signIn = `mutation($email: String!, $code: String!) { signIn(email: $email, code: $code) {
  __typename ${outcomes} ... on SignedIn { token viewer { email sessions { id } } }
} }`;
const viewer = `{ viewer { id name email locale networkRoles memberships { role city { slug } } sessions { id current userAgent } } }`;
const revoke = `mutation($id: ID!) { revokeSession(id: $id) { __typename ${outcomes} ... on User { sessions { id } } } }`;
const setRole = `mutation($userId: ID!, $role: NetworkRoleName!, $granted: Boolean!) {
  setNetworkRole(userId: $userId, role: $role, granted: $granted) { __typename ${outcomes} ... on User { networkRoles } }
}`;

type Service = Pick<Awaited<ReturnType<typeof openApi>>, "contextFor" | "yoga">;
type Sending = { cookie?: string; token?: string; address?: string; service?: Service };

/** Asks with real headers, as a browser or an API client does. */
async function send(
  query: string,
  variables: object = {},
  { cookie, token, address = "192.0.2.1", service = api() }: Sending = {},
) {
  const headers = new Headers({ "content-type": "application/json", "user-agent": "Test browser" });
  if (cookie) headers.set("cookie", cookie);
  if (token) headers.set("authorization", `Bearer ${token}`);
  const body = JSON.stringify({ query, variables });
  const request = new Request("http://quintet.test/graphql", { method: "POST", headers, body });
  const context = await service.contextFor(request, { requestId: "test", address });
  const response = await service.yoga.fetch(request, { api: context });
  const { data, errors } = (await response.json()) as Answer;
  expect(errors).toBeUndefined();
  return { data: data as Record<string, unknown>, cookies: context.setCookies };
}

async function signedIn(email: string) {
  await send(requestCode, { email });
  const code = await codeSentTo(api().mailer, email);
  const { data, cookies } = await send(signIn, { email, code });
  const answer = data.signIn as { __typename: string; token: string };
  return { ...answer, cookie: cookies.map((line) => line.split(";")[0]).join("; ") };
}

const issue = (code: string, path = "code") => ({ __typename: "InvalidInput", issues: [{ path, code }] });

describe("signing in", () => {
  it("opens a session with the code from the mail, for cookies and for tokens, whatever the address's case", async () => {
    const { email } = await makeAccount(api().prisma, { locale: "fr" });
    const { data } = await send(requestCode, { email: ` ${email.toUpperCase()} ` });
    expect(data.requestSignInCode).toMatchObject({ email });
    const mail = await mailSentTo(api().mailer, email);
    expect(mail.subject).toMatch(/connexion/);
    const code = /\d{6}/.exec(mail.text)?.[0] ?? "";
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const answer = await send(signIn, { email: email.toUpperCase(), code: spaced });
    expect(answer.data.signIn).toMatchObject({ __typename: "SignedIn", viewer: { email, sessions: [{}] } });
    const cookie = answer.cookies[0]?.split(";")[0] ?? "";
    expect((await send(viewer, {}, { cookie })).data.viewer).toMatchObject({
      email,
      sessions: [{ current: true, userAgent: "Test browser" }],
    });
    const { token } = answer.data.signIn as { token: string };
    expect((await send(viewer, {}, { token })).data.viewer).toMatchObject({ email });
    const { emailVerified } = await api().prisma.user.findUniqueOrThrow({ where: { email } });
    expect(emailVerified).toBe(true);
  });

  it("keeps neither the code nor a usable token in the database", async () => {
    const { email } = await makeAccount(api().prisma);
    await send(requestCode, { email });
    const code = await codeSentTo(api().mailer, email);
    const stored = await api().prisma.verification.findMany();
    expect(JSON.stringify(stored)).not.toContain(code);
    await send(signIn, { email, code });
    const session = await api().prisma.session.findFirstOrThrow({ where: { user: { email } } });
    expect((await send(viewer, {}, { token: session.token })).data.viewer).toBeNull();
  });

  it("refuses a code that was used", async () => {
    const { email } = await makeAccount(api().prisma);
    await send(requestCode, { email });
    const code = await codeSentTo(api().mailer, email);
    await send(signIn, { email, code });
    expect((await send(signIn, { email, code })).data.signIn).toMatchObject(issue("wrong_code"));
  });

  it("kills a code at the third wrong try, and says so for unknown addresses just the same", async () => {
    const { email } = await makeAccount(api().prisma);
    for (const address of [email, "nobody@example.org"]) {
      const { data } = await send(requestCode, { email: address });
      expect(data.requestSignInCode).toEqual({ __typename: "SignInCodeRequested", email: address });
      const right = address === email ? await codeSentTo(api().mailer, email) : "123456";
      const wrong = right === "000000" ? "000001" : "000000";
      const codes = [wrong, wrong, wrong, right];
      const answers = [];
      for (const code of codes) answers.push((await send(signIn, { email: address, code })).data.signIn);
      expect(answers).toMatchObject(
        ["wrong_code", "wrong_code", "too_many_attempts", "too_many_attempts"].map((code) => issue(code)),
      );
    }
    expect(api().mailer.sent.filter(({ to }) => to === "nobody@example.org")).toEqual([]);
    expect((await signedIn(email)).__typename).toBe("SignedIn");
  });

  it("checks address and code before anything else", async () => {
    expect((await send(requestCode, { email: "nobody" })).data.requestSignInCode).toMatchObject(
      issue("invalid_email", "email"),
    );
    expect((await send(signIn, { email: "a@b.eu", code: "12" })).data.signIn).toMatchObject(issue("six_digits"));
    expect((await send(signIn, { email: "a@b.eu", code: " " })).data.signIn).toMatchObject(issue("required"));
  });
});

describe("sessions", () => {
  it("refuses a revoked session at once, and lets nobody revoke another's", async () => {
    const { email } = await makeAccount(api().prisma);
    const first = await signedIn(email);
    const second = await signedIn(email);
    const stranger = await signedIn((await makeAccount(api().prisma)).email);
    const { data } = await send(viewer, {}, { cookie: second.cookie });
    const sessions = (data.viewer as { sessions: { id: string; current: boolean }[] }).sessions;
    const id = sessions.find(({ current }) => !current)?.id;
    expect(sessions).toHaveLength(2);
    expect((await send(revoke, { id }, { cookie: stranger.cookie })).data.revokeSession).toMatchObject({
      __typename: "NotFound",
    });
    expect((await send(revoke, { id })).data.revokeSession).toMatchObject({ reason: "sign_in_first" });
    expect((await send(viewer, {}, { cookie: first.cookie })).data.viewer).not.toBeNull();
    const answer = await send(revoke, { id }, { cookie: second.cookie });
    expect(answer.data.revokeSession).toMatchObject({ __typename: "User", sessions: [{}] });
    expect((await send(viewer, {}, { cookie: first.cookie })).data.viewer).toBeNull();
    expect((await send(viewer, {}, { token: first.token })).data.viewer).toBeNull();
    expect((await send(viewer, {}, { cookie: second.cookie })).data.viewer).not.toBeNull();
  });

  it("ends the session when its owner signs out", async () => {
    const { cookie } = await signedIn((await makeAccount(api().prisma)).email);
    const { data, cookies } = await send(`mutation { signOut { __typename } }`, {}, { cookie });
    expect(data.signOut).toEqual({ __typename: "SignedOut" });
    expect(cookies[0]).toMatch(/Max-Age=0/);
    expect((await send(viewer, {}, { cookie })).data.viewer).toBeNull();
  });
});

describe("the limits of a real network", () => {
  it("counts codes per address, and neither lists accounts nor shows mail", async () => {
    const database = await testDatabase();
    const mailer = memoryMailer();
    const secret = "a-secret-that-only-the-tests-know-0123456789";
    const origin = "https://quintet.test";
    const logger = jsonLogger(() => {});
    const service = await openApi({
      database,
      mailer,
      logger,
      secret,
      origin,
      clock: fixedClock("2026-11-22T12:00:00Z"),
      demonstration: false,
    });
    const { email } = await makeAccount(database.prisma, { demonstration: true });
    for (const address of [email, "nobody@example.org"]) {
      const answers: unknown[] = [];
      for (let count = 0; count < 11; count += 1) {
        const { data } = await send(requestCode, { email: address }, { service, address: `192.0.2.${count}` });
        answers.push(data.requestSignInCode);
      }
      expect(answers.slice(0, 10)).toEqual(
        Array.from({ length: 10 }, () => ({ __typename: "SignInCodeRequested", email: address })),
      );
      expect(answers[10]).toMatchObject(issue("too_many_codes", "email"));
    }
    await codeSentTo(mailer, email);
    const caller: unknown[] = [];
    for (let count = 0; count < 21; count += 1) {
      const { data } = await send(
        requestCode,
        { email: `someone-${count}@example.org` },
        { service, address: "198.51.100.7" },
      );
      caller.push(data.requestSignInCode);
    }
    expect(caller[19]).toMatchObject({ __typename: "SignInCodeRequested" });
    expect(caller[20]).toMatchObject(issue("too_many_codes", "email"));
    const { data } = await send(`{ demonstrationAccounts { email } keptMail { text } }`, {}, { service });
    expect(data).toEqual({ demonstrationAccounts: [], keptMail: [] });
    await service.close();
  });
});

describe("who someone is", () => {
  it("tells a member its rights and nobody else's", async () => {
    const city = await makeCity(api().prisma, { signedOn: null });
    const editor = await makeMember(api().prisma, city.id);
    const { data } = await api().ask(editor, viewer);
    expect(data?.viewer).toMatchObject({
      memberships: [{ role: "editor", city: { slug: city.slug } }],
      networkRoles: [],
      sessions: [],
    });
    const { id } = (data ?? {}).viewer as { id: string };
    const node = `query($id: ID!) { node(id: $id) { __typename } }`;
    expect((await api().ask(await makePerson(api().prisma), node, { id })).data?.node).toBeNull();
    expect((await api().ask(await makeNetworkPerson(api().prisma), node, { id })).data?.node).toBeNull();
    const administrator = await makeNetworkPerson(api().prisma, "administrator");
    expect((await api().ask(administrator, node, { id })).data?.node).toEqual({ __typename: "User" });
  });

  it("saves a name and a language, and refuses others", async () => {
    const person = await makePerson(api().prisma);
    const update = `mutation($name: String!, $locale: String!) { updateProfile(name: $name, locale: $locale) { __typename ${outcomes} ... on User { name locale } } }`;
    expect((await api().ask(person, update, { name: " Ida ", locale: "pl" })).data?.updateProfile).toMatchObject({
      name: "Ida",
      locale: "pl",
    });
    expect((await api().ask(person, update, { name: "", locale: "xx" })).data?.updateProfile).toMatchObject({
      issues: [
        { path: "name", code: "required" },
        { path: "locale", code: "unknown_code" },
      ],
    });
    expect((await api().ask(null, update, { name: "Ida", locale: "pl" })).data?.updateProfile).toMatchObject({
      reason: "sign_in_first",
    });
  });

  it("lists demonstration accounts with their rights and a city that the public may see", async () => {
    const city = await makeCity(api().prisma);
    const { id, email } = await makeAccount(api().prisma, { demonstration: true });
    await api().prisma.membership.create({ data: { userId: id, cityId: city.id, role: "approver" } });
    const { data } = await api().ask(null, `{ demonstrationAccounts { email roles city { slug } } }`);
    expect(data?.demonstrationAccounts).toEqual([{ email, roles: ["approver"], city: { slug: city.slug } }]);
  });
});

describe("rights over the network", () => {
  const globalId = (id: string) => Buffer.from(`User:${id}`).toString("base64");

  it("are given and taken by administrators alone", async () => {
    const { prisma } = api();
    await prisma.networkRole.deleteMany();
    const [administrator, coordinator, person] = [
      await makeNetworkPerson(prisma, "administrator"),
      await makeNetworkPerson(prisma),
      await makePerson(prisma),
    ];
    const give = { userId: globalId(person), role: "reviewer", granted: true };
    expect((await api().ask(null, setRole, give)).data?.setNetworkRole).toMatchObject({ reason: "sign_in_first" });
    expect((await api().ask(coordinator, setRole, give)).data?.setNetworkRole).toMatchObject({
      __typename: "NotFound",
    });
    const own = { userId: globalId(coordinator), role: "administrator", granted: true };
    expect((await api().ask(coordinator, setRole, own)).data?.setNetworkRole).toMatchObject({
      reason: "not_your_right",
    });
    expect((await api().ask(administrator, setRole, give)).data?.setNetworkRole).toMatchObject({
      networkRoles: ["reviewer"],
    });
    const take = { ...give, granted: false };
    expect((await api().ask(administrator, setRole, take)).data?.setNetworkRole).toMatchObject({ networkRoles: [] });
    expect(await prisma.auditEntry.count({ where: { action: "network.set_role", subjectId: person } })).toBe(2);
  });

  it("keep one administrator at least", async () => {
    await api().prisma.networkRole.deleteMany();
    const administrator = await makeNetworkPerson(api().prisma, "administrator");
    const leave = { userId: globalId(administrator), role: "administrator", granted: false };
    expect((await api().ask(administrator, setRole, leave)).data?.setNetworkRole).toMatchObject(
      issue("last_administrator", "granted"),
    );
  });
});
