import type { Prisma } from "#prisma/generated/client/client.ts";
import { draftCities } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleAccessions } from "../charter/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { clockColumns, countingOf, pilotsClock } from "./facts.store.ts";
import { visiblePilots } from "./policy.ts";
import { type Progress, progress, type Slot, slots } from "./rules.ts";

const pilotSort = builder.enumType("PilotSort", { values: ["newest", "title"] });

const pilotFilter = builder.inputType("PilotFilter", {
  fields: (t) => ({
    area: t.field({ type: [enums.Area] }),
    role: t.field({ type: [enums.IctRole] }),
    stage: t.field({ type: [enums.Stage] }),
    country: t.stringList({ description: "ISO 3166-1 alpha-2 codes." }),
    state: t.field({ type: [enums.PilotState], description: "States that the viewer may not see find nothing." }),
  }),
});

const orders = {
  newest: [{ acceptedOn: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
  title: [{ title: "asc" }],
} satisfies Record<typeof pilotSort.$inferType, Prisma.PilotOrderByWithRelationInput[]>;

function matching(filter: typeof pilotFilter.$inferInput | null | undefined): Prisma.PilotWhereInput {
  const { area, role, stage, country, state } = filter ?? {};
  return {
    area: area?.length ? { in: area } : undefined,
    role: role?.length ? { in: role } : undefined,
    stage: stage?.length ? { in: stage } : undefined,
    state: state?.length ? { in: state } : undefined,
    cities: country?.length ? { some: { confirmed: true, city: { countryCode: { in: country } } } } : undefined,
  };
}

builder.queryField("pilots", (t) =>
  t.prismaConnection({
    type: "Pilot",
    cursor: "id",
    description: "Pilots that this viewer may see.",
    args: {
      filter: t.arg({ type: pilotFilter }),
      sort: t.arg({ type: pilotSort, defaultValue: "newest" }),
    },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.pilot.count({ where: { AND: [visiblePilots(viewer), matching(filter)] } }),
    resolve: (query, _root, { filter, sort }, { prisma, viewer }) =>
      prisma.pilot.findMany({
        ...query,
        where: { AND: [visiblePilots(viewer), matching(filter)] },
        orderBy: [...orders[sort ?? "newest"], { id: "asc" }],
      }),
  }),
);

builder.queryField("pilot", (t) =>
  t.prismaField({
    type: "Pilot",
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (query, _root, { slug }, { prisma, viewer }) =>
      prisma.pilot.findFirst({ ...query, where: { slug, AND: visiblePilots(viewer) } }),
  }),
);

const slotState = builder.enumType("SlotState", { values: ["full", "partial", "review", "empty", "refused"] as const });

const slotType = builder.objectRef<Slot>("Slot").implement({
  description: "One of a city's five slots: that it is taken is public, by which draft is not.",
  fields: (t) => ({
    slot: t.exposeInt("slot"),
    state: t.field({ type: slotState, resolve: ({ state }) => state }),
    pilot: t.prismaField({
      type: "Pilot",
      nullable: true,
      description: "Only if the viewer may see it.",
      resolve: (query, { pilotId }, _args, { prisma, viewer }) =>
        pilotId ? prisma.pilot.findFirst({ ...query, where: { id: pilotId, AND: visiblePilots(viewer) } }) : null,
    }),
  }),
});

builder.prismaObjectField("City", "slots", (t) =>
  t.field({
    type: [slotType],
    description: "The five slots, in order.",
    select: {
      ...clockColumns,
      pilots: {
        where: { confirmed: true },
        include: { pilot: { select: { id: true, state: true, startedOn: true, startedPrecision: true } } },
        orderBy: [{ slot: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
      },
    },
    resolve: (city) =>
      slots(
        city.pilots.map((share) => ({
          id: share.pilotId,
          slot: share.slot,
          state: share.pilot.state,
          counts: countingOf(share.pilot, { ...share, city }).counts,
        })),
      ).slots,
  }),
);

builder.prismaObjectField("City", "pilots", (t) =>
  t.prismaField({
    type: ["Pilot"],
    description: "The city's pilots that this viewer may see.",
    resolve: (query, { id }, _args, { prisma, viewer }) =>
      prisma.pilot.findMany({
        ...query,
        where: { cities: { some: { cityId: id, confirmed: true } }, AND: visiblePilots(viewer) },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      }),
  }),
);

builder.prismaObjectField("City", "pilotInvitations", (t) =>
  t.prismaField({
    type: ["Pilot"],
    description: "Pilots that the city is invited to and has not joined; for its own people and the network.",
    resolve: async (query, { id }, _args, { prisma, viewer }) => {
      const shares = { some: { cityId: id, confirmed: false } };
      if (!(draftCities(viewer)?.includes(id) ?? true)) return [];
      return prisma.pilot.findMany({ ...query, where: { cities: shares, AND: visiblePilots(viewer) } });
    },
  }),
);

const cityStanding = builder.enumType("PilotStanding", {
  values: ["met", "on_track", "at_risk", "late", "unknown"] as const,
});

const cityProgress = builder.objectRef<Progress>("PilotProgress").implement({
  description: "Where a city stands with its five pilots.",
  fields: (t) => ({
    standing: t.field({ type: cityStanding, resolve: ({ standing }) => standing }),
    counting: t.exposeInt("counting"),
    of: t.exposeInt("required"),
    reason: t.string({ resolve: ({ reason }) => reason }),
    daysLeft: t.exposeInt("daysLeft", { nullable: true }),
  }),
});

builder.prismaObjectField("City", "progress", (t) =>
  t.field({
    type: cityProgress,
    nullable: true,
    description: "By the pilots' deadline of its clock; null for a place that has no accession.",
    select: (_args, { viewer }) => ({ accessions: { ...clockColumns.accessions, where: visibleAccessions(viewer) } }),
    resolve: (city, _args, { clock }) => {
      const hand = pilotsClock(city, clock.today());
      if (!hand) return null;
      const required = hand.commitment.quantity ?? 5;
      return progress({ counting: city.countingPilots, deadline: hand.deadline, today: clock.today(), required });
    },
  }),
);
