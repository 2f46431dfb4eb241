import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type DocumentNode, type ExecutionResult, GraphQLError, print } from "graphql";
import { data, type RouterContextProvider, redirect } from "react-router";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";

/** A loader's or action's arguments: the request decides what may be asked (a GET cannot mutate). */
export type Asker = { request: Request; context: Readonly<RouterContextProvider> };

type Document<Data, Variables> = TypedDocumentNode<Data, Variables>;
type Rest<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** The one door to the API: the same server that answers /graphql, asked in process.
 *  Refusals become responses here and nowhere else: sign in first, 403, 404, 400, or a masked 500. */
export async function query<Data, Variables>(
  asker: Asker,
  document: Document<Data, Variables>,
  ...[variables]: Rest<Variables>
): Promise<Data> {
  const result = await execute(asker, document, variables ?? {});
  const [error] = result.errors ?? [];
  if (error) throw refusal(asker, String(error.extensions?.code));
  return result.data as Data;
}

/** Asks for a change. Outcomes come back as members of the mutation's union; see outcome.ts. */
export const mutate = query;

const printed = new WeakMap<DocumentNode, string>();

async function execute(
  { request, context }: Asker,
  document: DocumentNode,
  variables: object,
): Promise<ExecutionResult> {
  const services = context.get(servicesContext);
  let source = printed.get(document);
  if (!source) printed.set(document, (source = print(document)));
  const enveloped = services.api.yoga.getEnveloped({
    request,
    params: { query: source, variables },
    api: services.context,
  });
  const parsed = enveloped.parse(source);
  const errors = enveloped.validate(enveloped.schema, parsed);
  if (errors.length > 0) return { errors: errors as never };
  const contextValue = await enveloped.contextFactory();
  try {
    return await (enveloped.execute({
      schema: enveloped.schema,
      document: parsed,
      variableValues: variables,
      contextValue,
    }) as Promise<ExecutionResult>);
  } catch (error) {
    // Arguments are read before anything is resolved: an id that cannot be one is refused there, by throwing.
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function refusal({ request, context }: Asker, code: string): Response | ReturnType<typeof data> {
  const { locale, context: viewing } = context.get(servicesContext);
  const { pathname, search } = new URL(request.url);
  if (code === "FORBIDDEN" && viewing.viewer.userId === null) {
    return redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
  }
  const statuses: Record<string, number> = { FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, TOO_COMPLEX: 400 };
  return data({ code }, { status: statuses[code] ?? 500 });
}
