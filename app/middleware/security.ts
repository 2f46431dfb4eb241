const rules = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
];

/** What a page may load and do: nothing of others, and no script; `more` is what one page needs besides. */
export function contentSecurityPolicy(...more: string[]): string {
  return [...rules, ...more].join("; ");
}

/** Headers that every answer carries. Reading pages run no script at all, so the policy allows none;
 *  a page that needs one (GraphiQL, the page of an inventory’s line, the finder) sets its own. */
export function secure(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", contentSecurityPolicy());
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("x-request-id", requestId);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
