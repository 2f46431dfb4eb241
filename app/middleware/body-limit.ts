const limit = 1_000_000;

/** Reads a request's body up to one million bytes; answers 413 beyond, else a request with the body in hand. */
export async function limitBody(request: Request): Promise<Request | Response> {
  if (!request.body) return request;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) return new Response(`The request is larger than ${limit} bytes.\n`, { status: 413 });
    parts.push(part);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(parts) });
}
