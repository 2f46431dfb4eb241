/** The server build's one entry: what serve.mjs, dev.mjs and the tests take from it. */
export { openApi } from "#graphql/api.ts";
export { openFromEnvironment } from "./compose.ts";
export { serve } from "./listen.ts";
export { createPortal, type Portal } from "./portal.ts";
