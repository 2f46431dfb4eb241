import { randomUUID } from "node:crypto";
import { createRequestHandler, RouterContextProvider } from "react-router";
import * as build from "virtual:react-router/server-build";
import type { Api } from "#graphql/api.ts";
import { graphiqlPage } from "./api/graphiql.ts";
import { assetFor } from "./assets.ts";
import { servicesContext } from "./context.ts";
import { backToForm, limitBody } from "./middleware/body-limit.ts";
import { isCrossSite, isOneClick, isSimpleRequest, withoutVisitor } from "./middleware/same-origin.ts";
import { secure } from "./middleware/security.ts";
import { localeOf, plainProblem } from "./plain-problem.ts";

export type Portal = { fetch(request: Request, address: string): Promise<Response> };

/** The whole portal as one fetch handler: files, pages, /graphql, /health and /ready. */
export function createPortal(api: Api, mode: "production" | "development" | "test" = "production"): Portal {
  const pages = createRequestHandler(build, mode);

  async function respond(request: Request, address: string, requestId: string): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/health") return text("live");
    if (pathname === "/ready") return ready(api);
    const foreign = isCrossSite(request);
    if (foreign && !isOneClick(request)) return plainProblem(request, "foreignSite", requestId);
    if (pathname === "/graphql" && isSimpleRequest(request)) return text("Send the query as application/json.", 415);
    const whole = await limitBody(foreign ? withoutVisitor(request) : request);
    if (!whole) return backToForm(request) ?? plainProblem(request, "tooLarge", requestId);
    const context = await api.contextFor(whole, { requestId, address });
    if (pathname === "/graphql") {
      if (request.method === "GET" && request.headers.get("accept")?.includes("text/html")) return graphiqlPage();
      return withCookies(await api.yoga.fetch(whole, { api: context }), context.setCookies);
    }
    const locale = localeOf(request);
    const routerContext = new RouterContextProvider();
    routerContext.set(servicesContext, { api, context, locale });
    return withCookies(await pages(whole, routerContext), context.setCookies);
  }

  return {
    async fetch(request, address) {
      const requestId = randomUUID();
      const asset = await assetFor(request);
      if (asset) return secure(asset, requestId);
      const started = performance.now();
      let response: Response;
      try {
        response = await respond(request, address, requestId);
      } catch (error) {
        if (!request.signal.aborted) api.logger.error("unexpected error", { error, requestId });
        response = plainProblem(request, "unexpected", requestId);
      }
      const { pathname } = new URL(request.url);
      const milliseconds = Math.round(performance.now() - started);
      api.logger.info("request", {
        requestId,
        method: request.method,
        path: pathname,
        status: response.status,
        milliseconds,
      });
      return secure(response, requestId);
    },
  };
}

async function ready(api: Api): Promise<Response> {
  try {
    return (await api.ready()) ? text("ready") : text("search is not ready", 503);
  } catch (error) {
    api.logger.error("not ready", { error });
    return text("the database does not answer", 503);
  }
}

function text(body: string, status = 200): Response {
  return new Response(`${body}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  if (cookies.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
