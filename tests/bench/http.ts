import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Headers = Record<string, string>;
export type Answer = { data?: unknown; errors?: unknown };

/** Asks the API at an origin; throws when it answers with errors. */
export async function ask<Data = unknown>(origin: string, body: object, signedIn: Headers = {}): Promise<Data> {
  const headers = { "content-type": "application/json", accept: "application/json", ...signedIn };
  const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as Answer;
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
}

/** Reads a page to its end. */
export async function read(url: string, headers: Headers = {}): Promise<string> {
  const response = await fetch(url, { headers, redirect: "manual" });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** Signs in with the code from the mail that the portal keeps in its data folder; answers the headers to send. */
export async function signIn(origin: string, dataDir: string, email: string): Promise<Headers> {
  const variables = { email };
  const since = new Date().toISOString();
  await ask(origin, {
    query: "mutation($email: String!) { requestSignInCode(email: $email) { __typename } }",
    variables,
  });
  const code = await codeSentTo(join(dataDir, "mail"), email, since);
  const query = `mutation($email: String!, $code: String!) { signIn(email: $email, code: $code) { ... on SignedIn { token } } }`;
  const answer = await ask<{ signIn: { token?: string } }>(origin, { query, variables: { email, code } });
  if (!answer.signIn.token) throw new Error(`${email} could not sign in.`);
  return { authorization: `Bearer ${answer.signIn.token}` };
}

/** Sign-in does not wait for its mails: looks until it is there. */
async function codeSentTo(folder: string, email: string, since: string): Promise<string> {
  for (let patience = 100; patience > 0; patience -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const names = readdirSync(folder).toSorted().slice(-10);
    const mails = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>);
    const mail = mails.findLast(({ to, sentAt = "" }) => to === email && sentAt >= since);
    const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    if (code) return code;
  }
  throw new Error(`No code was sent to ${email}.`);
}
