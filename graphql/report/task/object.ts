import { visibleInventories } from "#graphql/footprint/policy.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visiblePilots } from "#graphql/pilot/policy.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import type { Task } from "./rules.ts";
import { tasksFor } from "./store.ts";

const urgency = builder.enumType("Urgency", { values: ["now", "soon", "later"] as const });

const task = builder.objectRef<Task>("Task").implement({
  description: "One thing that a city's people have to do, and why.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "What to do, for example finish_pilot or fill_slots." }),
    urgency: t.field({ type: urgency, resolve: (row) => row.urgency }),
    dueOn: t.field({ type: "Date", nullable: true, resolve: ({ dueOn }) => dueOn }),
    daysLeft: t.exposeInt("daysLeft", { nullable: true, description: "Negative once the day has passed." }),
    count: t.exposeInt("count", { nullable: true, description: "How many slots are empty, or parts are missing." }),
    reasons: t.stringList({
      description: "Codes of the pilot's health, or of what is missing.",
      resolve: ({ reasons }) => reasons,
    }),
    pilot: t.prismaField({
      type: "Pilot",
      nullable: true,
      resolve: (query, { pilotId }, _args, { prisma, viewer }) =>
        pilotId ? prisma.pilot.findFirst({ ...query, where: { id: pilotId, AND: visiblePilots(viewer) } }) : null,
    }),
    practice: t.prismaField({
      type: "Practice",
      nullable: true,
      resolve: (query, { practiceId }, _args, { prisma, viewer }) =>
        practiceId
          ? prisma.practice.findFirst({ ...query, where: { id: practiceId, AND: visiblePractices(viewer) } })
          : null,
    }),
    year: t.exposeInt("year", {
      nullable: true,
      description: "The year of an inventory that is open, or to be started.",
    }),
    inventory: t.prismaField({
      type: "Inventory",
      nullable: true,
      resolve: (query, { inventoryId }, _args, { prisma, viewer }) =>
        inventoryId
          ? prisma.inventory.findFirst({ ...query, where: { id: inventoryId, AND: visibleInventories(viewer) } })
          : null,
    }),
  }),
});

builder.prismaObjectFields("City", (t) => ({
  tasks: t.field({
    type: [task],
    description: "What its people have to do, the most urgent first; empty for everybody else.",
    resolve: ({ id }, _args, context) => tasksFor(context, id, context.clock.today()),
  }),
}));
