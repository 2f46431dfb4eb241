import { openApi } from "#graphql/api.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { memoryMailer } from "#graphql/mail/mailer.ts";
import { databaseFromEnvironment } from "#prisma/client.ts";
import { makeCity } from "../factories/city.ts";
import { makeMember } from "../factories/person.ts";

/** A process to be killed: saves contacts through the API for ever, and prints each name once it is acknowledged. */
const database = await databaseFromEnvironment(process.env);
const api = await openApi({
  database,
  clock: systemClock,
  logger: jsonLogger(() => {}),
  mailer: memoryMailer(),
  secret: "a-secret-that-only-the-tests-know-0123456789",
  origin: "http://quintet.test",
  demonstration: false,
});
const city = await makeCity(api.prisma);
const editor = await makeMember(api.prisma, city.id);
const query = `mutation($cityId: ID!, $input: ContactInput!) { saveContact(cityId: $cityId, input: $input) { __typename } }`;
const cityId = Buffer.from(`City:${city.id}`).toString("base64");

for (let serial = 1; ; serial += 1) {
  const name = `Contact ${serial}`;
  const variables = { cityId, input: { name, email: "someone@example.org", shown: false } };
  const headers = { "content-type": "application/json" };
  const request = new Request("http://quintet.test/graphql", {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const context = await api.contextFor(request, { requestId: "writer", address: "192.0.2.1" });
  const response = await api.yoga.fetch(request, { api: { ...context, viewer: await viewerOf(api.prisma, editor) } });
  const answer = (await response.json()) as { data?: { saveContact?: { __typename: string } } };
  if (answer.data?.saveContact?.__typename !== "Contact") throw new Error(JSON.stringify(answer));
  process.stdout.write(`${name}\n`);
}
