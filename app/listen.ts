import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { constants } from "node:zlib";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import { compressResponse } from "@remix-run/response/compress";
import { openFromEnvironment } from "./compose.ts";
import { secure } from "./middleware/security.ts";
import { createPortal } from "./portal.ts";

const compression = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } };

/** Serves the portal until SIGTERM or SIGINT, then lets running requests end. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const { api, options, storage } = await openFromEnvironment(env);
  const portal = createPortal(api);

  /** What is no request at all (a host that cannot be one, TRACE), or breaks while it is sent. */
  function onError(error: unknown): Response {
    const status = error instanceof TypeError ? 400 : 500;
    const requestId = randomUUID();
    if (status === 500) api.logger.error("unexpected error", { error, requestId });
    return secure(new Response(null, { status }), requestId);
  }

  async function answer(request: Request, client: ClientAddress): Promise<Response> {
    const forwarded = options.trustProxy
      ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()
      : undefined;
    const response = await portal.fetch(request, forwarded ?? client.address);
    return compressResponse(response, request, compression);
  }

  const server = createServer(createRequestListener(answer, { onError }));
  server.requestTimeout = 30_000;
  server.listen(options.port, options.host, () => {
    const { origin, demonstration } = options;
    api.logger.info("Quintet is ready", { origin, demonstration, storage });
  });

  let stopping = false;
  async function stop(signal: string) {
    if (stopping) return;
    stopping = true;
    api.logger.info("stopping", { signal });
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    await closed;
    await api.close();
    process.exit(0);
  }
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
}
