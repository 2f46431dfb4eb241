/** Joins class names, leaving out the empty ones. */
export function cx(...names: (string | false | null | undefined)[]): string | undefined {
  const kept = names.filter(Boolean).join(" ");
  return kept === "" ? undefined : kept;
}

/** The element id of a form field, derived from its name, so an error summary can link to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]+/g, "-")}`;
}

export type HeadingLevel = 2 | 3 | 4;

/** The tag name of a heading level. */
export function heading(level: HeadingLevel): "h2" | "h3" | "h4" {
  return `h${level}`;
}

/** A link as every list of links takes it; `post` turns it into a one-button form. */
export type LinkItem = {
  href: string;
  label: string;
  current?: boolean;
  lang?: string;
  post?: boolean;
};
