/** Whether another site's page asks for a change in a visitor's name.
 *  Browsers send Sec-Fetch-Site or Origin with every POST; API clients send neither. */
export function isCrossSite(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  return foreignSite || (origin !== null && URL.parse(origin)?.host !== host);
}

/** Whether a request to /graphql may be one that a page of another site sends without being asked for leave. */
export function isSimpleRequest(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  return !/^application\/(json|graphql-response\+json)\b/.test(request.headers.get("content-type") ?? "");
}
