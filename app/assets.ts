import { join } from "node:path";
import { openLazyFile } from "@remix-run/fs";
import { createFileResponse } from "@remix-run/response/file";

const folder = join(import.meta.dirname, "..", "client");
const year = "public, max-age=31536000, immutable";
const day = "public, max-age=86400";

/** A file of the built portal, or null when the address names none. Names under assets/ hold a fingerprint. */
export async function assetFor(request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if ((request.method !== "GET" && request.method !== "HEAD") || !/^\/(assets\/[\w.-]+|favicon\.svg)$/.test(pathname))
    return null;
  try {
    const file = openLazyFile(join(folder, pathname));
    const cacheControl = pathname.startsWith("/assets/") ? year : day;
    return await createFileResponse(file, request, { cacheControl, acceptRanges: false });
  } catch {
    return null;
  }
}
