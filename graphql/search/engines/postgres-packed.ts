import { Area, EvidenceLevel, IctRole, Stage } from "#prisma/generated/client/enums.ts";
import { gridBands, regions } from "#graphql/city/likeness/rules.ts";
import { languages } from "#graphql/kernel/languages.ts";
import { citySizes } from "#graphql/city/rules.ts";
import { type FacetName, type SearchableRow, searchKinds } from "../engine.rules.ts";

/** The facets of a document as a few bytes, so that thousands are filtered and counted at once. */

/** Facets with one value of a list, in the order of their bytes. New values are added at the end of a list, else the index is rebuilt. */
const listed: readonly (readonly [FacetName, readonly string[]])[] = [
  ["kind", searchKinds],
  ["area", Object.values(Area)],
  ["role", Object.values(IctRole)],
  ["stage", Object.values(Stage)],
  ["evidence", Object.values(EvidenceLevel)],
  ["citySize", citySizes],
  ["region", regions],
  ["grid", gridBands],
];
/** Facets whose value is a code of two letters: a byte each. */
const lettered: readonly FacetName[] = ["country", "cityLanguage"];
const letteredAt = listed.length;
/** The last facet, with several values: a bit for each, the lowest byte first. */
const languagesAt = letteredAt + 2 * lettered.length;
export const packedWidth = languagesAt + 3;

/** Where a facet stands; its codes, of which 0 is none. With several values a code is the bits of all of them. */
export type FacetPlace = {
  bytes: readonly number[];
  several: boolean;
  codeOf: (value: string | null) => number;
  valueOf: (code: number) => string;
};

export function facetPlace(name: FacetName): FacetPlace {
  const at = listed.findIndex(([facet]) => facet === name);
  const values = listed[at]?.[1];
  if (values)
    return {
      bytes: [at],
      several: false,
      codeOf: (value) => (value === null ? 0 : values.indexOf(value) + 1),
      valueOf: (code) => values[code - 1] ?? "",
    };
  if (name === "language")
    return {
      bytes: [languagesAt + 2, languagesAt + 1, languagesAt],
      several: true,
      codeOf: (value) => (value !== null && languages.includes(value) ? 1 << languages.indexOf(value) : 0),
      valueOf: (code) => languages[31 - Math.clz32(code)] ?? "",
    };
  const letters = letteredAt + 2 * lettered.indexOf(name);
  return {
    bytes: [letters, letters + 1],
    several: false,
    codeOf: (value) => (value && /^[a-z]{2}$/i.test(value) ? (value.charCodeAt(0) << 8) | value.charCodeAt(1) : 0),
    valueOf: (code) => (code === 0 ? "" : String.fromCharCode(code >> 8, code & 255)),
  };
}

const places = [...listed.map(([name]) => name), ...lettered].map((name) => ({ name, place: facetPlace(name) }));
const readable = facetPlace("language");

/** The facets of a row as bytes; 0 stands for none, as does a value that is not in its list. */
export function packFacets(row: SearchableRow): Uint8Array {
  const packed = new Uint8Array(packedWidth);
  for (const { name, place } of places) write(packed, place, place.codeOf(name === "language" ? null : row[name]));
  write(
    packed,
    readable,
    row.languages.reduce((bits, language) => bits | readable.codeOf(language), 0),
  );
  return packed;
}

function write(packed: Uint8Array, { bytes }: FacetPlace, code: number): void {
  bytes.forEach((at, index) => {
    packed[at] = (code >> (8 * (bytes.length - 1 - index))) & 255;
  });
}
