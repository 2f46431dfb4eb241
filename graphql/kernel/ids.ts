import { decodeGlobalID } from "@pothos/plugin-relay";
import { NotFound } from "./errors.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the key of one of our rows. */
export function isRowId(text: string): boolean {
  return uuid.test(text);
}

/** The row id inside a global id of the given type. Anything else reads as "not found", like a row one may not see. */
export function localId(globalId: string, typename: string): string {
  const id = localKey(globalId, typename);
  if (!isRowId(id)) throw new NotFound(typename);
  return id;
}

/** As localId(), for rows whose key is any text (users). */
export function localKey(globalId: string, typename: string): string {
  let decoded: { typename: string; id: string } | undefined;
  try {
    decoded = decodeGlobalID(globalId);
  } catch {
    throw new NotFound(typename);
  }
  if (decoded.typename !== typename || decoded.id.includes("\0")) throw new NotFound(typename);
  return decoded.id;
}

/** As localId(), for an argument that may be left out: then the empty text. */
export function optionalId(given: unknown, typename: string): string {
  return given == null || given === "" ? "" : localId(given as string, typename);
}

/** Throws NotFound unless the row was found. */
export function found<Row>(row: Row | null | undefined, typename: string): Row {
  if (row == null) throw new NotFound(typename);
  return row;
}
