import { viewerOf } from "#graphql/kernel/context.ts";
import { makeCity } from "../factories/city.ts";
import { makeMember } from "../factories/person.ts";
import type { Fields, TestPortal } from "../portal.ts";

/** Short ways to sign in, read and post, for the tests of a city's pages. */
export function cityDesk(portal: () => TestPortal) {
  /** Someone who is signed in and reads and posts as a browser does; a form's version is the one its page shows. */
  async function browse(person: string) {
    const cookie = await portal().signIn(person);
    const get = (path: string) => portal().get(path, { cookie });
    const post = (path: string, fields: Fields) => portal().post(path, fields, { cookie });
    const versionOf = async (path: string) => /name="version" value="(\d+)"/.exec((await get(path)).html)?.[1] ?? "1";
    const fill = async (path: string, fields: Fields) => post(path, { version: await versionOf(path), ...fields });
    return { get, post, fill, versionOf, cookie };
  }

  async function team() {
    const city = await makeCity(portal().prisma);
    const editor = await browse(await makeMember(portal().prisma, city.id, "editor"));
    const approver = await browse(await makeMember(portal().prisma, city.id, "approver"));
    return { city, editor, approver };
  }

  /** A mutation by a person, by way of the API. */
  async function mutate(person: string, query: string) {
    const { api } = portal();
    const headers = { "content-type": "application/json" };
    const request = new Request("http://quintet.test/graphql", {
      method: "POST",
      headers,
      body: JSON.stringify({ query }),
    });
    const context = await api.contextFor(request, { requestId: "test", address: "192.0.2.1" });
    const response = await api.yoga.fetch(request, { api: { ...context, viewer: await viewerOf(api.prisma, person) } });
    return (await response.json()) as object;
  }

  return { browse, team, mutate };
}
