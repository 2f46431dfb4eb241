/** Bytes of a request's body: of a form or a query, and of those that may carry a file. */
const limits = { usual: 1_000_000, file: 8_000_000 } as const;
/** What is still read, to be thrown away, so that a browser hears the answer instead of a broken connection. */
const patience = 64_000_000;

/** Only people who are signed in send files, to the API and to the pages where a spreadsheet is read in. */
function limitFor(request: Request): number {
  const { pathname } = new URL(request.url);
  const known = request.headers.has("cookie") || request.headers.has("authorization");
  return known && (pathname === "/graphql" || pathname.endsWith("/import")) ? limits.file : limits.usual;
}

/** Reads a request's body up to its limit; answers a request with the body in hand, or null when there is more. */
export async function limitBody(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  const limit = limitFor(request);
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > patience) return null;
    if (size <= limit) parts.push(part);
    else parts = [];
  }
  if (size > limit) return null;
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(parts) });
}

/** A form with a file that is too large goes back to its own page, which says so (?too-large); null for anything else. */
export function backToForm(request: Request): Response | null {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("too-large", "");
  return new Response(null, { status: 303, headers: { location: `${pathname}?${searchParams}` } });
}
