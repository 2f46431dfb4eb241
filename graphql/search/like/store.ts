import type { Prisma } from "#prisma/client.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import { likenessesOf } from "#graphql/city/likeness/search.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { type LikenessReason, type LikeReason, reasonsOf } from "./rules.ts";

export type Likeness = { cityId: string; reasons: LikenessReason[] };
type Like = { city: string; without?: readonly LikeReason[] | null };

/** The city that is meant and its reasons; null when this viewer does not see one. */
export async function likenessTo(prisma: Prisma, viewer: Viewer, like: Like): Promise<Likeness | null> {
  const city = await prisma.city.findFirst({ where: { slug: like.city, AND: visibleCities(viewer) } });
  return city && { cityId: city.id, reasons: reasonsOf(likenessesOf(city), like.without ?? []) };
}
