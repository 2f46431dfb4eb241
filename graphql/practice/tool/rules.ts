/** What a tool is; labels are in locales/{locale}/codes.json. */
export const toolKinds = ["software", "clause", "document", "guide", "dataset", "training"] as const;

/** Licences under which a city's work may be reused, by their SPDX names where they have one. `unknown` says that nobody stated it. */
export const licences = [
  "EUPL-1.2",
  "AGPL-3.0",
  "GPL-2.0",
  "GPL-3.0",
  "LGPL-3.0",
  "MPL-2.0",
  "Apache-2.0",
  "MIT",
  "BSD-3-Clause",
  "CC0-1.0",
  "CC-BY-4.0",
  "CC-BY-SA-4.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-SA-4.0",
  "ODbL-1.0",
  "etalab-2.0",
  "OGL-UK-3.0",
  "DL-DE-BY-2.0",
  "other",
  "unknown",
] as const;

/** A practice names so many tools at most: what a reader can still choose from. */
export const mostTools = 30;

const publicName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/** The address as a browser reads it, or null unless it is https, names a public host, and carries no name or password. */
export function toolAddress(text: string): string | null {
  const url = URL.parse(text.trim());
  if (!url || url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  return publicName.test(url.hostname) ? url.href : null;
}

/** The host that a link leads to, as it is looked up: a name in other letters keeps its `xn--` form, so that it deceives nobody. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
