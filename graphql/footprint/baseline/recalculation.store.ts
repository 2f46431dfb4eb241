import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { Decimal, digits, exact } from "#graphql/kernel/decimal.ts";
import type { Reviewable } from "#graphql/review/store.ts";
import type { recalculationInput } from "./input.ts";
import {
  baseInventories,
  type BaseInventory,
  foundation,
  keepBaseline,
  type BaselineDraft,
  refuseBaseline,
} from "./store.ts";
import { footprintSubject } from "../policy.ts";
import {
  type BaselineAction,
  baselineKg,
  type BaselineState,
  baselineTransitions,
  DEFAULT_THRESHOLD,
  isSignificant,
  PERIMETERS,
  recalculationPercent,
  whyIncomparable,
} from "../rules.ts";

/** Requests for another baseline, and their answers. */

type StoredBaseline = P.BaselineGetPayload<object>;

/** Works a recalculation out, before the transaction that keeps it. Throws InvalidInput for a factor set that there is not. */
export async function recalculation(
  prisma: Prisma,
  { viewer, clock }: StoreServices,
  cityId: string,
  input: z.output<typeof recalculationInput>,
): Promise<BaselineDraft & { newKg: Decimal }> {
  const code = input.factorSet?.trim();
  const set = code ? await prisma.factorSet.findUnique({ where: { code } }) : null;
  if (code && !set) refuseBaseline({ path: "factorSet", code: "unknown_code" });
  const inventories = await baseInventories(prisma, { viewer }, cityId, input.inventories);
  const factorSetId = set?.id ?? inventories.at(-1)?.factorSetId ?? "";
  const own = await foundation(prisma, inventories, factorSetId);
  const { perimeters, tenures } = boundaryOf(input, own);
  const adjustment = new Decimal(input.adjustmentKg ?? 0);
  const newKg = baselineKg(own.totals, adjustment);
  if (newKg.isNegative()) refuseBaseline({ path: "adjustmentKg", code: "baseline_negative" });
  return {
    cityId,
    inventories,
    newKg,
    perimeters,
    tenures,
    factorSetId,
    reason: input.reason,
    explanation: input.explanation,
    language: input.language,
    state: "proposed",
    kg: digits(newKg),
    adjustmentKg: digits(adjustment),
    thresholdPercent: DEFAULT_THRESHOLD,
    requestedById: viewer.userId,
    requestedOn: new Date(clock.today()),
  };
}

/** The boundary that a recalculation states. Only a change of structure moves it away from that of its years, and then the size of
 *  what moved must be said. */
function boundaryOf(
  { reason, adjustmentKg, perimeters, tenures }: z.output<typeof recalculationInput>,
  own: Pick<BaseInventory, "perimeters" | "tenures">,
): Pick<BaseInventory, "perimeters" | "tenures"> {
  const stated = {
    perimeters: perimeters?.length ? [...new Set(perimeters)] : own.perimeters,
    tenures: tenures?.length ? [...new Set(tenures)] : own.tenures,
  };
  const allowed: readonly string[] = PERIMETERS.administration;
  if (stated.perimeters.some((perimeter) => !allowed.includes(perimeter)))
    refuseBaseline({ path: "perimeters", code: "unknown_code" });
  const side = { ...own, factorSet: "", unknownParts: [] };
  const moved = whyIncomparable(side, { ...side, ...stated });
  const at = moved.includes("boundary") ? "perimeters" : "tenures";
  if (reason !== "structure") {
    if (adjustmentKg != null) refuseBaseline({ path: "adjustmentKg", code: "only_for_structure" });
    if (moved.length > 0) refuseBaseline({ path: at, code: "only_for_structure" });
  }
  if (moved.length > 0 && adjustmentKg == null) refuseBaseline({ path: "adjustmentKg", code: "required" });
  return stated;
}

/** Keeps a request. Refused without a baseline in force, beside another open request, and below the city's threshold. */
export async function requestRecalculation(
  tx: Transaction,
  services: StoreServices,
  { newKg, ...made }: Awaited<ReturnType<typeof recalculation>>,
): Promise<string> {
  const { cityId } = made;
  const active = await tx.baseline.findFirst({ where: { cityId, state: "active" } });
  if (!active) refuseBaseline({ path: "inventories", code: "baseline_needed" });
  if ((await tx.baseline.count({ where: { cityId, state: "proposed" } })) > 0)
    refuseBaseline({ path: "inventories", code: "recalculation_open" });
  const plan = await tx.footprintPlan.findUnique({ where: { cityId } });
  const threshold = new Decimal(plan?.thresholdPercent.toFixed() ?? DEFAULT_THRESHOLD);
  const percent = recalculationPercent(exact(active.kg), newKg);
  if (!isSignificant(percent, threshold)) {
    const params = { percent: percent?.toFixed(2) ?? "", threshold: threshold.toFixed(2) };
    refuseBaseline({ path: "inventories", code: "recalculation_below_threshold", params });
  }
  const figures = { changePercent: percent && digits(percent), thresholdPercent: digits(threshold) };
  return keepBaseline(tx, services, { ...made, ...figures }, "footprint.request_recalculation");
}

/** What is a recalculation's own when it is answered: approved, it takes the place of the baseline in force, which stays as
 *  superseded. The city's row is locked meanwhile. */
export const recalculationReview: Reviewable<StoredBaseline, BaselineState, BaselineAction> = {
  kind: "baseline",
  transitions: baselineTransitions,
  subject: footprintSubject,
  lacking: async () => [],
  image: (tx, id) => tx.baseline.findUniqueOrThrow({ where: { id }, include: { years: true } }),
  async settle(tx, { viewer, clock }, before, { action, to, comment }) {
    const { id, cityId } = before;
    if (to === "proposed" && (await tx.baseline.count({ where: { cityId, state: "proposed" } })) > 0)
      refuseBaseline({ path: "inventories", code: "recalculation_open" });
    const replaced = to === "active" ? await tx.baseline.findFirst({ where: { cityId, state: "active" } }) : null;
    if (replaced) await tx.baseline.update({ where: { id: replaced.id }, data: { state: "superseded" } });
    const decided =
      to === "proposed"
        ? { decidedById: null, decidedOn: null, decisionComment: null }
        : { decidedById: viewer.userId, decidedOn: new Date(clock.today()), decisionComment: comment };
    const after = await tx.baseline.update({ where: { id }, data: { state: to, ...decided } });
    const change = { before, after: { ...after, replacedId: replaced?.id ?? null } };
    const cities = footprintSubject(after);
    await record(tx, viewer, {
      action: `footprint.${action}_recalculation`,
      subject: "Baseline",
      subjectId: id,
      cities,
      ...change,
    });
  },
};
