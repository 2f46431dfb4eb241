import type { Prisma } from "#prisma/generated/client/client.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { visiblePractices } from "../practice/policy.ts";

/** A result is seen with the pilot or the practice that it belongs to. */
export function visibleResults(viewer: Viewer): Prisma.ResultWhereInput {
  return { OR: [{ pilot: visiblePilots(viewer) }, { practice: visiblePractices(viewer) }] };
}
