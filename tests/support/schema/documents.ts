import { type DocumentNode, Kind, type OperationDefinitionNode } from "graphql";

export type PortalDocument = {
  file: string;
  name: string;
  document: DocumentNode;
  operation: OperationDefinitionNode | null;
};

/** Pages and components; the modules that start a process lie at the top of app/ and are no .tsx; an island needs a browser. */
const modules = import.meta.glob<Record<string, unknown>>([
  "../../../app/**/*.tsx",
  "../../../app/*/**/*.ts",
  "!../../../app/**/live.ts",
  "!../../../app/api/generated/**",
]);

/** Every export of the portal named …Document or …Fragment. */
export async function portalDocuments(): Promise<PortalDocument[]> {
  const found: PortalDocument[] = [];
  for (const [path, load] of Object.entries(modules)) {
    const file = path.replace("../../../", "");
    for (const [name, value] of Object.entries(await load())) {
      if (!/(Document|Fragment)$/.test(name) || !isDocument(value)) continue;
      const operation = value.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
      found.push({ file, name, document: value, operation: operation ?? null });
    }
  }
  return found.toSorted((a, b) => `${a.file} ${a.name}`.localeCompare(`${b.file} ${b.name}`));
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === "object" && value !== null && (value as DocumentNode).kind === Kind.DOCUMENT;
}
