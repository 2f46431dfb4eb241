import type { CodegenConfig } from "@graphql-codegen/cli";

/** The types of the portal's documents, from the printed schema; app/api/documents.ts is the one door to them. */
export default {
  schema: "graphql/schema.graphql",
  documents: ["app/**/*.{ts,tsx}", "!app/api/generated/**"],
  generates: {
    "app/api/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        scalars: { Date: "string", DateTime: "string", Decimal: "string", ID: "string" },
        strictScalars: true,
        useTypeImports: true,
        importExtension: ".ts",
      },
    },
  },
} satisfies CodegenConfig;
