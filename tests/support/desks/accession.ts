import { expect } from "vitest";
import type { TestApi } from "../api.ts";
import { accessionId } from "../factories/accession.ts";
import { type CityOptions, makeCity } from "../factories/city.ts";
import { makeNetworkPerson } from "../factories/person.ts";
import { asksVersion, versionOf } from "../schema/version.ts";

/** What the tests of accessions ask: every mutation answers under `result`. */

export const outcome = `__typename ... on InvalidInput { issues { path code } } ... on Forbidden { reason } ... on Conflict { currentVersion }`;

const accessionFields = `id state version groupName groupSize groupMembers charterVersion { code } signed { date precision notLaterThan }
  councilDecided { date precision } city { slug standing charterCode } ceremonies { id kind place on { date precision } }
  documents { id kind } checklist { step status missing } clock { kind status due { date precision } sentences { key count year } }`;

export const admit = `mutation($cityId: ID, $input: AdmitCityInput!) { result: admitCity(cityId: $cityId, input: $input) { ${outcome} ... on Accession { ${accessionFields} } } }`;

/** The document of a mutation that changes one accession. */
export function change(name: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const [declared, passed] = asksVersion(name) ? ["$version: Int!, ", "version: $version, "] : ["", ""];
  return `mutation($id: ID!, ${declared}$input: ${type}!) { result: ${name}(id: $id, ${passed}input: $input) { ${outcome} ... on Accession { ${accessionFields} } } }`;
}

export type Result = Record<string, unknown> & { __typename: string };

/** Asks with the version that stands, expects no error, and answers the mutation's result. */
export async function ask(
  api: TestApi,
  person: string | null,
  query: string,
  variables: { id?: unknown; [name: string]: unknown },
): Promise<Result> {
  const version = query.includes("$version") ? await versionOf(api.prisma, String(variables.id)) : undefined;
  const answer = await api.ask(person, query, { version, ...variables });
  expect(answer.errors).toBeUndefined();
  return answer.data?.result as Result;
}

/** A city with its accession, and a coordinator. */
export async function madeAccession({ prisma }: TestApi, options: CityOptions) {
  const city = await makeCity(prisma, options);
  return { city, id: await accessionId(prisma, city.id), coordinator: await makeNetworkPerson(prisma) };
}

export const issue = (path: string, code: string) => ({ __typename: "InvalidInput", issues: [{ path, code }] });
