import { useTranslation } from "#app/i18n/words.ts";
import type { Tool } from "./list.tsx";

/** The names of tools, with their kinds: for a summary. */
export function ToolNames({ tools }: { tools: readonly Tool[] }) {
  const { t: codes } = useTranslation("codes");
  return (
    <ul>
      {tools.map(({ id, kind, title, language, host }) => (
        <li key={id}>
          <span lang={language}>{title}</span>
          {` · ${codes(`toolKind.${kind}`)} · ${host}`}
        </li>
      ))}
    </ul>
  );
}

/** A licence in words: SPDX names stand for themselves. */
export function useLicence(): (code: string) => string {
  const { t: codes } = useTranslation("codes");
  return (code) => (code === "unknown" || code === "other" ? codes(`licence.${code}`) : code);
}
