import { reviewMutation } from "#graphql/review/mutation.ts";
import { inventoryMutation } from "../inventory/mutation.ts";
import { inventoryReview } from "./store.ts";

reviewMutation(
  inventoryMutation,
  {
    name: "moveInventory",
    steps: "InventoryStep",
    description:
      "Takes a step on the inventory's way to publication. What is published stays for ever: it is corrected by a revision.",
  },
  inventoryReview,
  (action) => `footprint.${action}`,
);
