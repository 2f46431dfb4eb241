/** A strict reader of small XML documents: it throws at whatever is not well-formed. Comments and CDATA are not expected. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what XML forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF<]|]]>/.test(text)) throw new Error(`Not allowed: ${text}`);
  return text.replaceAll(/&([^;\s]*;?)/g, (_whole, name: string) => {
    const sign = entities[name.slice(0, -1)];
    if (!name.endsWith(";") || sign === undefined) throw new Error(`Not an entity: &${name}`);
    return sign;
  });
}

function attributesIn(text: string): Record<string, string> {
  const rest = text.replaceAll(/\s+[\w:]+="[^"<]*"/g, "").trim();
  if (rest !== "") throw new Error(`Not attributes: ${rest}`);
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"<]*)"/g)].map(([, name, value]) => [name, decoded(value ?? "")]),
  );
}

export function readXml(source: string): Element {
  const body = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, "");
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  let end = 0;
  for (const tag of body.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closing, name = "", attributes = "", empty] = tag;
    const inside = open.at(-1) ?? root;
    inside.text += decoded(body.slice(end, tag.index));
    end = tag.index + whole.length;
    if (closing) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`Not open: ${name}`);
      continue;
    }
    const element = { name, attributes: attributesIn(attributes), children: [], text: "" };
    inside.children.push(element);
    if (!empty) open.push(element);
  }
  const [document] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !document || body.slice(end).trim() !== "")
    throw new Error("Not one element, closed at the end.");
  return document;
}
