import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { footprintPlanInput } from "./input.ts";
import { plans, updatePlan } from "./store.ts";

const planFields = builder.inputType("FootprintPlanInput", {
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    thresholdPercent: t.field({ type: "Decimal", description: "From which size a baseline is recalculated." }),
    path: t.field({ type: enums.PathForm }),
  }),
});

mutationsOf(plans, "city", { by: "cityId" })("updateFootprintPlan", {
  versionInInput: true,
  description: "Sets the city's threshold for recalculation and the path that its years are judged by.",
  action: "footprint.plan",
  args: builder.args((t) => ({ input: t.field({ type: planFields, required: true }) })),
  schema: footprintPlanInput,
  run: updatePlan,
});
