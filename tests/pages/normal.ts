import { createHash } from "node:crypto";

/** Gives each id a number, in the order in which they are first asked for. */
export type Numbers = (id: string) => number;

export function numbers(): Numbers {
  const known = new Map<string, number>();
  return (id) => {
    const number = known.get(id) ?? known.size + 1;
    known.set(id, number);
    return number;
  };
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** A row's id as it is, or in base64 with its type's name, as the API's ids and cursors are; in an address "=" is "%3D". */
const ids = new RegExp(`${uuid.source}|(?<!%|%[0-9A-F])[A-Za-z0-9]{48,}(=|%3D){0,2}`, "g");

/** A text in which ids that every database makes anew are numbers: "City:#1" for the city that is named first. */
export function withoutIds(text: string, number: Numbers): string {
  return text.replace(ids, (id) => {
    const plain = id.includes("-") ? id : Buffer.from(id.replaceAll("%3D", ""), "base64").toString();
    return plain.search(uuid) === -1 ? id : plain.replace(uuid, (row) => `#${number(row)}`);
  });
}

/** A body without what each build and each answer makes anew, one tag a line, so that a difference shows where it is. What is
 *  no text is told by its hash. */
export function normal(body: string, type: string): string {
  if (!/\b(text|json|xml|javascript)\b/.test(type)) return `sha1 ${sha1(body)}`;
  const text = withoutIds(body, numbers())
    .replace(/(\/assets\/[\w.-]+?)-[\w-]{8}(\.\w+)/g, "$1$2")
    .replace(/nonce="[^"]*"/g, 'nonce="…"');
  return /\b(html|xml)\b/.test(type) ? text.replace(/\n?<(?!!--)/g, "\n<").trimStart() : text;
}

/** Where a page's file lies: its address, with "@" for what some systems allow in no file's name; a long one ends in a hash. */
export function fileOf(address: string, number: Numbers): string {
  const name = withoutIds(address, number).replace(/[?:]/g, "@");
  return `${name.length > 200 ? `${name.slice(0, 190)}~${sha1(name).slice(0, 8)}` : name}.html`;
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
