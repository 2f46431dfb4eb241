import source from "../../content/examples/recompute-footprint.mjs?raw";

/** The script that recomputes a published footprint, as a file to download. */
export function loader() {
  return new Response(source, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-disposition": 'attachment; filename="recompute-footprint.mjs"',
      "cache-control": "public, max-age=3600",
    },
  });
}
