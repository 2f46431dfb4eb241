/** Refuses a change that another site's page asks for in a visitor's name; null when the request may go on.
 *  Browsers send Sec-Fetch-Site or Origin with every POST; API clients send neither. */
export function refuseCrossSite(request: Request): Response | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== null && origin !== "null" && URL.parse(origin)?.host !== host;
  const refused = foreignSite || foreignOrigin || origin === "null";
  if (refused) return new Response("Requests from other sites may not change anything here.\n", { status: 403 });
  const type = request.headers.get("content-type") ?? "";
  const path = new URL(request.url).pathname;
  if (path === "/graphql" && !/^application\/(json|graphql-response\+json)\b/.test(type)) {
    return new Response("Send the query as application/json.\n", { status: 415 });
  }
  return null;
}
