import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import type { Cadence } from "#graphql/search/saved/rules.ts";
import { readAddress } from "../find/address.ts";
import { sentFilters, sentLike } from "../find/find.server.ts";

export const SaveSearchDocument = graphql(`
  mutation SaveSearch(
    $words: String
    $filters: SearchFilters
    $without: [String!]
    $like: LikeInput
    $locale: String!
    $cadence: SearchCadence!
  ) {
    saveSearch(words: $words, filters: $filters, without: $without, like: $like, locale: $locale, cadence: $cadence) {
      __typename
      ...Refusal
    }
  }
`);

export const ChangeSavedSearchDocument = graphql(`
  mutation ChangeSavedSearch($id: ID!, $cadence: SearchCadence!) {
    changeSavedSearch(id: $id, cadence: $cadence) {
      __typename
      ...Refusal
    }
  }
`);

export const DeleteSavedSearchDocument = graphql(`
  mutation DeleteSavedSearch($id: ID!) {
    deleteSavedSearch(id: $id) {
      __typename
    }
  }
`);

/** Keeps the search whose address was posted; says what is wrong with it, or leads to the list. */
export async function save(asker: Asker, form: PostedForm, cadence: Cadence) {
  const { locale } = asker.context.get(servicesContext);
  const { words, filters, without, like } = readAddress(new URLSearchParams(form.text("search").slice(0, 10_000)));
  const criteria = { words, filters: sentFilters(filters), without: [...without], like: sentLike(like) };
  const { saveSearch } = await mutate(asker, SaveSearchDocument, { ...criteria, locale, cadence });
  return outcome(saveSearch).problem ?? redirect(`${localPath(locale, "/account/searches")}?saved`);
}

export async function change(asker: Asker, form: PostedForm, cadence: Cadence) {
  const { locale } = asker.context.get(servicesContext);
  const { changeSavedSearch } = await mutate(asker, ChangeSavedSearchDocument, { id: form.text("id"), cadence });
  return outcome(changeSavedSearch).problem ?? redirect(`${localPath(locale, "/account/searches")}?changed`);
}

export async function remove(asker: Asker, form: PostedForm) {
  const { locale } = asker.context.get(servicesContext);
  const { deleteSavedSearch } = await mutate(asker, DeleteSavedSearchDocument, { id: form.text("id") });
  outcome(deleteSavedSearch as { __typename: string });
  return redirect(`${localPath(locale, "/account/searches")}?deleted`);
}
