import { createServer } from "node:http";
import { constants } from "node:zlib";
import { type ClientAddress, createRequestListener } from "@remix-run/node-fetch-server";
import { compressResponse } from "@remix-run/response/compress";
import { assetFor } from "./assets.ts";
import { openFromEnvironment } from "./compose.ts";
import { createPortal } from "./portal.ts";

const compression = { brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } };

/** Serves the portal until SIGTERM or SIGINT, then lets running requests end. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const { api, options, storage } = await openFromEnvironment(env);
  const portal = createPortal(api);

  const listener = createRequestListener(async (request: Request, client: ClientAddress) => {
    const forwarded = options.trustProxy
      ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()
      : undefined;
    const response = (await assetFor(request)) ?? (await portal.fetch(request, forwarded ?? client.address));
    return compressResponse(response, request, compression);
  });

  const server = createServer(listener);
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
