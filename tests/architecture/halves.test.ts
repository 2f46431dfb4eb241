import { isObjectType, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { expect, it } from "vitest";
import { schema } from "#graphql/schema.ts";
import { portalDocuments } from "../support/schema/documents.ts";
import { withoutPage } from "../support/schema/without-page.ts";

/** What the API can do, a person can do in the portal, unless the list says why not. The other way round it holds by construction:
 *  the portal has no way to the data but the API's documents. */

async function fieldsOfThePortal(): Promise<Set<string>> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  for (const { document } of await portalDocuments())
    visit(
      document,
      visitWithTypeInfo(info, {
        Field() {
          const [parent, field] = [info.getParentType(), info.getFieldDef()];
          if (parent && field) used.add(`${parent.name}.${field.name}`);
        },
      }),
    );
  return used;
}

/** How a list is turned over, which each page says in its own way. */
const plumbing = /^(\w+Connection|\w+Edge|PageInfo)\.|^Query\.nodes?$|\.id$/;

const fields = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
  .flatMap((type) => Object.keys((isObjectType(type) && type.getFields()) || {}).map((name) => `${type.name}.${name}`))
  .filter((field) => !plumbing.test(field));

it("every field and every change of the API is on a page, or has a reason", async () => {
  const used = await fieldsOfThePortal();
  const unused = fields.filter((field) => !used.has(field));
  const listed = Object.values(withoutPage).flat();
  expect(
    unused.filter((field) => !listed.includes(field)),
    "Show it on a page, or say in tests/support/schema/without-page.ts why not.",
  ).toEqual([]);
  expect(
    listed.filter((field) => !unused.includes(field)),
    "These are on a page now, or gone: take them off the list.",
  ).toEqual([]);
});
