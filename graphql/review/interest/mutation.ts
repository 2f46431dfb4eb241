import { cities } from "#graphql/city/store.ts";
import { network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { interestInput } from "./input.ts";
import { declareInterest, withdrawInterest } from "./store.ts";

/** A declaration says nothing of the city's page: it asks for no version of it. */
const aboutCity = mutationsOf({ ...cities, versions: undefined }, "city", { by: "cityId" });
const towards = async () => network;

aboutCity("declareInterest", {
  description:
    "For people of the network: says that they advised a city or work for it. From then on they decide nothing about its work.",
  adds: true,
  action: "review.declare_interest",
  towards,
  args: builder.args((t) => ({ reason: t.string({ required: true }) })),
  schema: interestInput,
  run: (tx, context, { id }, input) => declareInterest(tx, context, id, input),
});

aboutCity("withdrawInterest", {
  description: "Takes one's own declaration about a city back; the history keeps it.",
  action: "review.declare_interest",
  towards,
  schema: nothing,
  run: (tx, context, { id }) => withdrawInterest(tx, context, id),
});
