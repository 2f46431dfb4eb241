import type { ReactNode } from "react";

/** Running text. `html` must come from our own Markdown, never from a visitor. */
export function Prose({ html, children, lang }: { html?: string; children?: ReactNode; lang?: string }) {
  if (html !== undefined) return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}

/** Visitors' plain text: blank lines make paragraphs, line breaks are kept. */
export function PlainText({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="prose plain" lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph.trim()}</p>
      ))}
    </div>
  );
}

/** A small line that says in what language a text is, and why. */
export function LanguageNote({ children }: { children: ReactNode }) {
  return <p className="language-note">{children}</p>;
}

export type QuoteProps = { children: ReactNode; lang?: string; source?: ReactNode; cite?: string };

/** Somebody else's words, in their language, with the source below. */
export function Quote({ children, lang, source, cite }: QuoteProps) {
  return (
    <blockquote cite={cite}>
      <div lang={lang}>{children}</div>
      {source !== undefined && <footer>{source}</footer>}
    </blockquote>
  );
}
