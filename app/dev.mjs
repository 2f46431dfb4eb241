// `npm run dev`: the portal as served by Vite, which reads every changed page anew. Node 24, from the npm package `node`.
import { createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createServer as createVite } from "vite";

const vite = await createVite({ server: { middlewareMode: true } });
const server = await vite.ssrLoadModule("./app/server.ts");
const { api, options } = await server.openFromEnvironment(process.env);

const pages = createRequestListener(async (request, client) => {
  const { createPortal } = await vite.ssrLoadModule("./app/server.ts");
  return createPortal(api, "development").fetch(request, client.address);
});

createServer((request, response) => vite.middlewares(request, response, () => pages(request, response))).listen(
  options.port,
  options.host,
  () => console.log(`Quintet for development: http://localhost:${options.port}`),
);
