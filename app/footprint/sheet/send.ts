import { sheetFormats } from "../inventory/downloads.tsx";

/** The format that an address names; null for any that does not exist. */
export function sheetFormat(asked: string): (typeof sheetFormats)[number] | null {
  return sheetFormats.find((format) => format === asked) ?? null;
}

type SheetFile = { fileName: string; mediaType: string; contentBase64: string };

/** A file of the API as an answer that browsers save under its name. */
export function sendSheet({ fileName, mediaType, contentBase64 }: SheetFile): Response {
  const content = Uint8Array.from(Buffer.from(contentBase64, "base64"));
  return new Response(content, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, "_")}"`,
      "content-length": String(content.byteLength),
    },
  });
}

/** A file that is not there: whoever asks for one wants no page. */
export function plainNotFound(): Response {
  return new Response(null, { status: 404 });
}
