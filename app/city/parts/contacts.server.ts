import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { signInFirst } from "#app/identity/parts/next.ts";

export const ContactsDocument = graphql(`
  query Contacts($slug: String!, $locale: String!) {
    viewer {
      id
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      viewerCan
      contacts {
        id
        name
        role
        email
        phone
        shown
        version
        demonstration
      }
    }
  }
`);

export const SaveContactDocument = graphql(`
  mutation SaveContact($cityId: ID!, $contactId: ID, $input: ContactInput!, $idempotencyKey: String) {
    saveContact(cityId: $cityId, contactId: $contactId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

/** The city with all its contacts, for those who may change them. */
export async function cityWithContacts(args: Asker & { params: { slug: string } }) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, city } = await query(args, ContactsDocument, { slug: args.params.slug, locale });
  if (!viewer) throw signInFirst(args);
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!city.viewerCan.includes("city_manage_contacts")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return city;
}
