import { randomBytes } from "node:crypto";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";

/** The page holds one script element; what looks like others is text inside it. */
const [beforeScript = "", ...script] = renderGraphiQL({ title: "Quintet API", credentials: "same-origin" }).split(
  "<script>",
);

/** GraphiQL without any outside file. Its script carries a nonce that this answer's policy names. */
export function graphiqlPage(): Response {
  const nonce = randomBytes(16).toString("base64");
  const html = `${beforeScript}<script nonce="${nonce}">${script.join("<script>")}`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' blob: 'unsafe-eval'`,
    "worker-src blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self' blob: data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}
