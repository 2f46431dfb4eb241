import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Reads a file of content/reference/: the facts of the network, each with its source. */
export function reference<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(join(process.cwd(), "content", "reference", name), "utf8")) as Shape;
}

/** The names of the files in a folder of content/reference/, without their endings. */
export function referenceNames(folder: string): string[] {
  return readdirSync(join(process.cwd(), "content", "reference", folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .toSorted();
}

/** A day written yyyy-mm-dd as the database keeps it. */
export function dayColumn(value: string | null | undefined): Date | null {
  return value ? new Date(`${value}T00:00:00Z`) : null;
}

export type SourceFact = { title: string; url?: string };
