import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { visibleInventories } from "../policy.ts";
import { basisOf, lineRowsOf } from "../result/store.ts";
import { bridge, type Side, whyIncomparable } from "../rules.ts";
import type { ComparedYears } from "../series/store.ts";
import { unknownParts } from "../result/unknown.store.ts";
import { linesOf } from "../store.ts";

type Row = P.InventoryGetPayload<object>;

/** Why an inventory's total, published or not, differs from that of the newest published year before; null when there is none. */
export async function bridgeFromBefore(context: Context, after: Row): Promise<ComparedYears | null> {
  const { prisma, viewer } = context;
  const { cityId, scope, year } = after;
  const before = await prisma.inventory.findFirst({
    where: { cityId, scope, year: { lt: year }, state: "published", AND: visibleInventories(viewer) },
    orderBy: { year: "desc" },
  });
  if (!before) return null;
  const parts = await unknownParts(prisma, [before, after]);
  const measured = (row: Row) => ({ ...row, factorSet: row.factorSetId, unknownParts: parts(row) });
  return {
    ...bridge(await sideOf(context, before), await sideOf(context, after)),
    from: before.year,
    to: year,
    why: whyIncomparable(measured(before), measured(after)),
  };
}

async function sideOf(context: Context, { id }: Row): Promise<Side> {
  const { cityCountry, factors, grid } = await basisOf(context, id);
  const lines = linesOf({ lines: await lineRowsOf(context, id), city: { countryCode: cityCountry } });
  return { lines, factors, grid };
}
