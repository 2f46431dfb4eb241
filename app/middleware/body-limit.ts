const limit = 1_000_000;

/** Reads a request's body up to one million bytes; answers a request with the body in hand, or null when there is more. */
export async function limitBody(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) return null;
    parts.push(part);
  }
  const { method, headers, signal } = request;
  return new Request(request.url, { method, headers, signal, body: Buffer.concat(parts) });
}
