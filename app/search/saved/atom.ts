/** Writes Atom 1.0 (RFC 4287). A feed is six kinds of elements, and its whole difficulty is escaping: no library does it in less. */

export type AtomText = { text: string; language: string };
export type AtomEntry = {
  id: string;
  title: AtomText;
  summary: AtomText | null;
  author: string;
  /** RFC 3339. */
  updated: string;
  published: string | null;
  href: string;
};
export type AtomFeed = {
  title: string;
  language: string;
  /** Where this feed is, which is its id too. */
  self: string;
  /** The page that shows the same to people. */
  alternate: string;
  /** When nothing is in it. */
  updated: string;
  author: string;
  entries: readonly AtomEntry[];
};

const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in an element or an attribute: without what XML 1.0 knows no way to write. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what XML forbids
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replaceAll(/[&<>"]/g, (sign) => named[sign] ?? sign)
  );
}

/** The newest change in the feed. */
export function updatedOf({ entries, updated }: AtomFeed): string {
  return entries.reduce((newest, entry) => (entry.updated > newest ? entry.updated : newest), "") || updated;
}

export function atomOf(feed: AtomFeed): string {
  const { title, language, self, alternate, author, entries } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    element("id", self),
    element("title", title),
    element("updated", updatedOf(feed)),
    `<author>${element("name", author)}</author>`,
    link("self", "application/atom+xml", self),
    link("alternate", "text/html", alternate),
    ...entries.map(entryOf),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf({ id, title, summary, author, updated, published, href }: AtomEntry): string {
  return [
    "<entry>",
    element("id", id),
    element("title", title.text, title.language),
    element("updated", updated),
    ...(published ? [element("published", published)] : []),
    `<author>${element("name", author)}</author>`,
    link("alternate", "text/html", href),
    ...(summary ? [element("summary", summary.text, summary.language)] : []),
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string, language?: string): string {
  const attribute = language ? ` xml:lang="${escapeXml(language)}"` : "";
  return `<${name}${attribute}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}
