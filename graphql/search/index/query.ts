import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { type SearchStateFacts, searchStateOf } from "./state.store.ts";

const searchState = builder.objectRef<SearchStateFacts>("SearchState").implement({
  description: "How the search is doing. For coordinators.",
  fields: (t) => ({
    engine: t.exposeString("engine", { description: "Who answers searches now: meilisearch or postgres." }),
    configured: t.exposeBoolean("configured", {
      description: "Whether a Meilisearch server is named in the settings.",
    }),
    serverVersion: t.exposeString("serverVersion", { nullable: true }),
    documents: t.exposeInt("documents", { description: "In PostgreSQL's index." }),
    serverDocuments: t.exposeInt("serverDocuments", { nullable: true, description: "In Meilisearch's, as last seen." }),
    waiting: t.exposeInt("waiting", { description: "Changes that no index has yet; at most a minute old." }),
    givenUp: t.exposeInt("givenUp", { description: "Changes whose job failed for good; at most a minute old." }),
    missing: t.exposeInt("missing", { description: "Rows that Meilisearch has not taken in yet." }),
    lagSeconds: t.exposeInt("lagSeconds", {
      description: "How long the oldest of them has been waiting; 0 when there is none.",
    }),
    failures: t.exposeInt("failures", {
      description: "How often Meilisearch failed, each reason counted once in a row.",
    }),
    failedAt: t.field({ type: "DateTime", nullable: true, resolve: ({ failedAt }) => failedAt }),
    failure: t.exposeString("failure", { nullable: true, description: "The last one, in the words of the log." }),
    failing: t.exposeBoolean("failing", { description: "Whether it lasts." }),
    rebuiltAt: t.field({ type: "DateTime", nullable: true, resolve: ({ rebuiltAt }) => rebuiltAt }),
    rebuiltDocuments: t.exposeInt("rebuiltDocuments", { nullable: true }),
  }),
});

builder.queryField("searchState", (t) =>
  t.field({
    type: searchState,
    complexity: 10,
    resolve: (_root, _args, { prisma, viewer, search, mirror, jobs }) => {
      if (!can(viewer, "network.read_search", network))
        throw queryError("FORBIDDEN", "Only the secretariat reads how the search is doing.");
      return searchStateOf(prisma, search, mirror, jobs);
    },
  }),
);
