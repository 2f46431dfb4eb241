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

/** Mail programs end a mailing with a POST from wherever they are, also from their own page (RFC 8058): of all addresses this one
 *  takes a form from another site. The token in it is the whole right. */
export function isOneClick(request: Request): boolean {
  return request.method === "POST" && /^\/[a-z]{2}\/unsubscribe\/[\w-]+$/.test(new URL(request.url).pathname);
}

/** The request without anything that speaks for a visitor: whoever sent it is nobody in particular. */
export function withoutVisitor(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ["origin", "cookie", "authorization"]) headers.delete(name);
  return new Request(request, { headers });
}

/** Whether a request to /graphql may be one that a page of another site sends without being asked for leave. */
export function isSimpleRequest(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  return !/^application\/(json|graphql-response\+json)\b/.test(request.headers.get("content-type") ?? "");
}
