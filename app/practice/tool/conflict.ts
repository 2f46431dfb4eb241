import { useTranslation } from "#app/i18n/words.ts";
import type { ConflictingField } from "#app/conflict.tsx";
import { useFormats } from "#app/i18n/format.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import type { Tool } from "./list.tsx";
import { useLicence } from "./names.tsx";

/** A tool as its form shows it. */
export function toolValues(tool: Tool) {
  const { kind, title, description, language, url, licence, source } = tool;
  const sourceUrl = source?.url ?? null;
  const sourceTitle = source && source.title !== sourceUrl ? source.title : null;
  return { kind, title, description, language, url, licence, sourceTitle, sourceUrl };
}
export type ToolValues = ReturnType<typeof toolValues>;

/** What was typed and what was saved meanwhile, in words, to lay side by side. */
export function useToolConflict(tool: Tool | null, form: FormState): ConflictingField[] {
  const { t } = useTranslation("practice");
  const { t: codes } = useTranslation("codes");
  const licence = useLicence();
  const format = useFormats();
  function words(name: string, value: string | null | undefined): string {
    if (!value) return "";
    if (name === "kind") return codes(`toolKind.${value}`, { defaultValue: value });
    if (name === "licence") return licence(value);
    return name === "language" ? format.language(value) : value;
  }
  const stored: Partial<ToolValues> = tool ? toolValues(tool) : {};
  const names = ["kind", "title", "description", "language", "url", "licence", "sourceTitle", "sourceUrl"] as const;
  return names.map((name) => ({
    label: t(`tool.${name}`),
    mine: words(name, form.value(name)),
    theirs: words(name, stored[name]),
    lang: name === "title" || name === "description" ? form.value("language") : undefined,
  }));
}
