import type { Prisma } from "#prisma/client.ts";
import { foundOf, type SearchAnswer, type SearchEngine, type SearchRequest } from "../engine.rules.ts";
import { thesaurus } from "../understand/store.ts";

/** With fewer hits than this the broader concepts are asked for as well. */
const few = 5;

export type WidenedAnswer = SearchAnswer & {
  /** Whether what is only broader than the asked concepts is among the hits. */
  widened: boolean;
  /** How many have what was asked for itself. */
  direct: number;
};

/** Asks the engine. Where little has the concepts, what has the next broader ones follows: the same for every engine. */
export async function ask(prisma: Prisma, engine: SearchEngine, request: SearchRequest): Promise<WidenedAnswer> {
  const answer = await engine.search(request);
  if (foundOf(answer, request) >= few || request.concepts.length === 0)
    return { ...answer, widened: false, direct: answer.total };
  const { broader } = await thesaurus(prisma);
  const wider = [...new Set(request.concepts.flatMap((slug) => broader.get(slug) ?? []))].filter(
    (slug) => !request.concepts.includes(slug),
  );
  if (wider.length === 0) return { ...answer, widened: false, direct: answer.total };
  const concepts = [...request.concepts, ...wider];
  const spans = [...request.spans, ...wider.map(() => "")];
  const more = await engine.search({ ...request, concepts, spans });
  return { ...more, widened: more.total > answer.total, direct: answer.total };
}
