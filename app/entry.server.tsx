import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { servicesContext } from "./context.ts";
import { instanceFor } from "./i18n/instance.ts";

/** Renders a page as complete HTML in the request's language. Nothing is streamed, because nothing is waited for. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Response {
  const { locale } = context.get(servicesContext);
  const body = renderToString(
    <I18nextProvider i18n={instanceFor(locale)}>
      <ServerRouter context={routerContext} url={request.url} />
    </I18nextProvider>,
  );
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-language", locale);
  return new Response(`<!doctype html>${body}`, { status, headers });
}

/** The log gets what the page does not show; the request id joins the two. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { api, context: viewing } = context.get(servicesContext);
  api.logger.error("unexpected error in a page", {
    error,
    requestId: viewing.requestId,
    path: new URL(request.url).pathname,
  });
}
