/** Which practices are alike: those that are about the same concepts. Pure. */

type Traits = { area: string | null; role: string | null };
export type Own = Traits & { strong: readonly string[] };
export type Candidate = Traits & {
  id: string;
  publishedOn: Date | null;
  strong: readonly string[];
  weak: readonly string[];
};
/** `concepts`: shared by both first, then those that the other only touches; of each the rarest first. */
export type Similar = { id: string; concepts: string[]; sameArea: boolean; sameRole: boolean };

/**
 * Candidates that share a concept, likest first: with more that both are about; with rarer ones, by their share among the
 * candidates; with more that the other touches; of the same area and role; the newest.
 */
export function rankSimilar(own: Own, candidates: readonly Candidate[]): Similar[] {
  const about = (slug: string) => candidates.filter(({ strong }) => strong.includes(slug)).length;
  const commonness = new Map(own.strong.map((slug) => [slug, about(slug)]));
  const rarest = own.strong.toSorted((a, b) => (commonness.get(a) ?? 0) - (commonness.get(b) ?? 0) || (a < b ? -1 : 1));
  const compared = candidates.map((candidate) => {
    const shared = rarest.filter((slug) => candidate.strong.includes(slug));
    const touched = rarest.filter((slug) => !shared.includes(slug) && candidate.weak.includes(slug));
    const sameArea = own.area !== null && own.area === candidate.area;
    const sameRole = own.role !== null && own.role === candidate.role;
    const rarity = shared.reduce((sum, slug) => sum + 1 / (commonness.get(slug) ?? 1), 0);
    const traits = Number(sameArea) + Number(sameRole);
    const day = candidate.publishedOn?.getTime() ?? -Infinity;
    const similar = { id: candidate.id, concepts: [...shared, ...touched], sameArea, sameRole };
    return { similar, order: [shared.length, rarity, touched.length, traits, day] };
  });
  return compared
    .filter(({ similar }) => similar.concepts.length > 0)
    .toSorted((a, b) => compareDown(a.order, b.order) || (a.similar.id < b.similar.id ? 1 : -1))
    .map(({ similar }) => similar);
}

function compareDown(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) > (a[at] ?? 0) ? 1 : -1;
}

/** The concepts that tell most come first: what is broader than another one of them says less. */
export function tellingFirst(slugs: readonly string[], broader: ReadonlyMap<string, readonly string[]>): string[] {
  const wide = new Set(slugs.flatMap((slug) => broader.get(slug) ?? []));
  return [...slugs.filter((slug) => !wide.has(slug)), ...slugs.filter((slug) => wide.has(slug))];
}
