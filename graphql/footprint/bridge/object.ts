import { builder } from "#graphql/kernel/builder.ts";
import { bridgeFromBefore } from "./store.ts";
import { bridgeType } from "../series/object.ts";

builder.prismaObjectField("Inventory", "bridge", (t) =>
  t.field({
    type: bridgeType,
    nullable: true,
    description:
      "Why its total, published or not, differs from that of the newest published year before; null when there is none.",
    resolve: (inventory, _args, context) => bridgeFromBefore(context, inventory),
  }),
);
