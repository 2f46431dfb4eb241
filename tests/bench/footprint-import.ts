import { readSheet as readWithLibrary } from "read-excel-file/node";
import { encodeGlobalID } from "@pothos/plugin-relay";
import { readSheet } from "#graphql/sheets/read.ts";
import type { Prisma } from "#prisma/client.ts";
import { footprintSize, large, people } from "./footprint-dataset.ts";
import { ask, signIn } from "./http.ts";
import { measure } from "./measure.ts";
import type { Running } from "./servers.ts";
import { remember, report, times } from "./table.ts";

const rows = `${footprintSize.largeLines} rows`;

const fileQuery = `query($slug: String!, $year: Int!, $format: SheetFormat!) { inventory(city: $slug, year: $year) { result { total { central } }
  sheet(format: $format, locale: "en") { contentBase64 } } }`;
type FileAnswer = { inventory: { result: { total: { central: string } }; sheet: { contentBase64: string } } };
const readMutation = `mutation($id: ID!, $input: ReadSheetInput!) { readInventorySheet(id: $id, input: $input) { __typename
  ... on SheetImport { id lineCount issues { row column code } notices { code } preview { row category quantity } } } }`;
type ReadAnswer = { readInventorySheet: { id: string; lineCount: number; issues: unknown[] } };
const applyMutation = `mutation($id: ID!, $importId: ID!) { applyInventorySheet(id: $id, version: 1, importId: $importId, mode: replace) { __typename
  ... on Inventory { lineCount result { total { central } } } } }`;
type ApplyAnswer = { applyInventorySheet: { lineCount: number; result: { total: { central: string } } } };

/** Reads the long inventory's own download into an empty draft, as csv and as xlsx. Throws unless every line comes back. */
export async function benchImport(portal: Running, prisma: Prisma, dataDir: string): Promise<void> {
  const signedIn = await signIn(portal.origin, dataDir, people.editor);
  const draft = await prisma.inventory.findFirstOrThrow({ where: { year: large.draft, city: { slug: large.slug } } });
  const id = encodeGlobalID("Inventory", draft.id);
  for (const format of ["csv", "xlsx"] as const) {
    const variables = { slug: large.slug, year: large.to, format };
    const download = () => ask<FileAnswer>(portal.origin, { query: fileQuery, variables });
    const { sheet } = (await download()).inventory;
    const bytes = Buffer.from(sheet.contentBase64, "base64");
    report(
      `import ${format}: the file of ${rows} from our API, ${Math.round(bytes.length / 1024)} kB`,
      await measure(download),
    );

    const floor = format === "xlsx" ? await measure(() => readWithLibrary(bytes)) : null;
    if (floor) report(`import ${format}: read-excel-file 9, the cells alone, in this process`, floor, "1.0 x");
    const against = (timing: Parameters<typeof times>[0]) =>
      floor ? `${times(timing, floor, 2)} x read-excel-file` : "";
    const cells = await measure(() => readSheet(bytes, { locale: "en" }));
    report(`import ${format}: our reader, the cells alone, in this process`, cells, against(cells));

    remember(`portal before the import of ${format}`, portal.memory());
    portal.forgetPeak();
    const input = { fileName: `bench.${format}`, contentBase64: sheet.contentBase64, locale: "en" };
    const readIn = () => ask<ReadAnswer>(portal.origin, { query: readMutation, variables: { id, input } }, signedIn);
    const kept = (await readIn()).readInventorySheet;
    if (kept.lineCount !== footprintSize.largeLines || kept.issues.length > 0)
      throw new Error(JSON.stringify(kept).slice(0, 500));
    const reading = await measure(readIn);
    report(`import ${format}: readInventorySheet of ${rows} over HTTP`, reading, against(reading));
    const whole = await measure(async () => {
      const importId = (await readIn()).readInventorySheet.id;
      const applied = await ask<ApplyAnswer>(
        portal.origin,
        { query: applyMutation, variables: { id, importId } },
        signedIn,
      );
      if (applied.applyInventorySheet.lineCount !== footprintSize.largeLines) throw new Error(JSON.stringify(applied));
    });
    report(`import ${format}: read and applied over HTTP`, whole, against(whole));
    remember(`portal at the peak of the import of ${format}`, portal.peak());
  }
}
