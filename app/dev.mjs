// `npm run dev`: the portal as served by Vite, which reads every changed page anew. Node 24, from the npm package `node`.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { generate } from "@graphql-codegen/cli";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createServer as createVite } from "vite";
import codegen from "../codegen.ts";

const vite = await createVite({ server: { middlewareMode: true } });
const server = await vite.ssrLoadModule("./app/server.ts");
const { api, options } = await server.openFromEnvironment(process.env);

// A changed question gets its types, and its document, before it is asked.
let typed = Promise.resolve();
vite.watcher.on("change", (file) => {
  if (!/\bapp\b.*\.tsx?$/.test(file) || file.includes("generated")) return;
  if (readFileSync(file, "utf8").includes("graphql(`"))
    typed = typed.then(() => generate(codegen)).catch(console.error);
});

const pages = createRequestListener(async (request, client) => {
  await typed;
  const { createPortal } = await vite.ssrLoadModule("./app/server.ts");
  return createPortal(api, "development").fetch(request, client.address);
});

createServer((request, response) => vite.middlewares(request, response, () => pages(request, response))).listen(
  options.port,
  options.host,
  () => console.log(`Quintet for development: http://localhost:${options.port}`),
);
