import { marked } from "marked";
import type { Locale } from "#app/i18n/locales.ts";

const files = import.meta.glob<string>("../../../content/[a-z][a-z]/*.md", {
  eager: true,
  query: "?raw",
  import: "default",
});

export type EditorialPage = { title: string; description: string; origin: string; reviewed: string; html: string };

const pages = new Map<string, EditorialPage>();
for (const [path, source] of Object.entries(files)) {
  const [, locale, name] = /content\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
  pages.set(`${locale}/${name}`, parsePage(source));
}

/** An editorial page in one language; null when there is none of that name. */
export function editorialPage(locale: Locale, name: string): EditorialPage | null {
  return pages.get(`${locale}/${name}`) ?? null;
}

/** Front matter of plain `key: value` lines, then Markdown of our own: it is trusted. */
function parsePage(source: string): EditorialPage {
  const [, head = "", body = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const meta = Object.fromEntries(
    head.split("\n").map((line) => {
      const [key = "", ...rest] = line.split(":");
      return [
        key.trim(),
        rest
          .join(":")
          .trim()
          .replaceAll(/^["']|["']$/g, ""),
      ];
    }),
  );
  const html = marked.parse(body, { async: false });
  const { title = "", description = "", origin = "original", reviewed = "" } = meta;
  return { title, description, origin, reviewed, html };
}
