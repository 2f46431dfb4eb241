import { queryFromInfo } from "@pothos/plugin-prisma";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { modelRef, practiceType } from "#graphql/practice/object.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import type { Similar } from "./rules.ts";
import { similarTo } from "./store.ts";

const most = 10;
const bounded = (first: number | null | undefined) => Math.min(Math.max(first ?? 4, 0), most);

type SimilarPractice = Omit<Similar, "concepts"> & {
  practice: P.PracticeGetPayload<object>;
  concepts: P.ConceptGetPayload<object>[];
};

const similarPractice = builder.objectRef<SimilarPractice>("SimilarPractice").implement({
  description: "A practice that is like another one, with what they have in common.",
  fields: (t) => ({
    practice: t.field({ type: practiceType, resolve: ({ practice }) => practice }),
    concepts: t.field({
      type: [modelRef("Concept")],
      description: "Those that both are about first, then those that this one touches.",
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ concepts }) => concepts,
    }),
    sameArea: t.exposeBoolean("sameArea"),
    sameRole: t.exposeBoolean("sameRole", { description: "ICT plays the same role." }),
  }),
});

builder.prismaObjectField("Practice", "similar", (t) =>
  t.field({
    type: [similarPractice],
    description: "Practices about the same concepts, likest first; empty where there are none.",
    args: { first: t.arg.int({ defaultValue: 4, description: `At most ${most}.` }) },
    complexity: ({ first }) => ({ field: 100, multiplier: Math.max(bounded(first), 1) }),
    resolve: async (own, { first }, context, info): Promise<SimilarPractice[]> => {
      const similar = await similarTo(context, own, bounded(first));
      if (similar.length === 0) return [];
      const { prisma, viewer } = context;
      const ids = similar.map(({ id }) => id);
      const slugs = similar.flatMap(({ concepts }) => concepts);
      const [practices, concepts]: [P.PracticeGetPayload<object>[], P.ConceptGetPayload<object>[]] = await Promise.all([
        prisma.practice.findMany({
          ...queryFromInfo({ context, info, typeName: "Practice", path: ["practice"] }),
          where: { id: { in: ids }, AND: visiblePractices(viewer) },
        }),
        prisma.concept.findMany({
          ...queryFromInfo({ context, info, typeName: "Concept", path: ["concepts"] }),
          where: { slug: { in: slugs } },
        }),
      ]);
      const practiceBy = new Map(practices.map((row) => [row.id, row]));
      const conceptBy = new Map(concepts.map((row) => [row.slug, row]));
      return similar.flatMap(({ id, concepts: shared, ...reasons }) => {
        const practice = practiceBy.get(id);
        const known = shared.flatMap((slug) => conceptBy.get(slug) ?? []);
        return practice ? [{ id, practice, concepts: known, ...reasons }] : [];
      });
    },
  }),
);
