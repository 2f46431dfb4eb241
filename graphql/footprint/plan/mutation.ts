import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { citySubject, visibleCities } from "#graphql/city/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { footprintPlanInput } from "./input.ts";
import { updatePlan } from "./store.ts";

const planFields = builder.inputType("FootprintPlanInput", {
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    thresholdPercent: t.field({ type: "Decimal", description: "From which size a baseline is recalculated." }),
    path: t.field({ type: enums.PathForm }),
  }),
});

builder.mutationField("updateFootprintPlan", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    description: "Sets the city's threshold for recalculation and the path that its years are judged by.",
    args: { cityId: t.arg.id({ required: true }), input: t.arg({ type: planFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const where = { id: localId(args.cityId, "City"), AND: visibleCities(viewer) };
      const city = found(await prisma.city.findFirst({ where }), "City");
      authorize(viewer, "footprint.plan", citySubject(city));
      const parsed = parse(footprintPlanInput, args.input);
      await prisma.$transaction((tx) => updatePlan(tx, context, city.id, parsed));
      return prisma.city.findUniqueOrThrow({ ...query, where: { id: city.id } });
    },
  }),
);
