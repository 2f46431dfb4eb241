import { builder } from "#graphql/kernel/builder.ts";
import { clockColumns, countingOf } from "../pilot/facts.store.ts";
import type { SignatoryGroup } from "./rules.ts";

const standings = builder.objectRef<SignatoryGroup["standings"]>("Standings").implement({
  description: "How many cities stand where towards their five pilots.",
  fields: (t) => ({
    met: t.exposeInt("met"),
    onTrack: t.exposeInt("on_track"),
    atRisk: t.exposeInt("at_risk"),
    late: t.exposeInt("late"),
    unknown: t.exposeInt("unknown", {
      description: "The deadline is to be confirmed, because the signing date is not known.",
    }),
  }),
});

export type NetworkCounts = Pick<SignatoryGroup, "signatories" | "counting" | "distribution">;

export const networkCounts = builder.objectRef<NetworkCounts>("NetworkCounts").implement({
  fields: (t) => ({
    signatories: t.exposeInt("signatories"),
    counting: t.exposeInt("counting", { description: "Pilots that count, summed over the cities." }),
    distribution: t.field({
      type: ["Int"],
      description: "How many cities have 0, 1, 2, 3, 4, and 5 or more pilots that count.",
      resolve: ({ distribution }) => distribution,
    }),
  }),
});

export const progressGroup = builder.objectRef<SignatoryGroup>("ProgressGroup").implement({
  description: "The progress of the cities of a country, of a charter text, or of the network.",
  fields: (t) => ({
    key: t.exposeString("key"),
    signatories: t.exposeInt("signatories"),
    counting: t.exposeInt("counting", { description: "Pilots that count, summed over the cities." }),
    distribution: t.field({
      type: ["Int"],
      description: "How many cities have 0, 1, 2, 3, 4, and 5 or more pilots that count.",
      resolve: ({ distribution }) => distribution,
    }),
    standings: t.field({ type: standings, resolve: (group) => group.standings }),
    rate: t.exposeFloat("rate", {
      nullable: true,
      description: "Share with five, of the cities whose deadline is known.",
    }),
  }),
});

export type CommitmentProgress = {
  kind: string;
  signatories: number;
  known: number;
  overdue: number;
  measured: boolean;
  /** Where the cities stand with comparable inventories; null for other commitments, and while nothing is measured. */
  footprint: FootprintCounts | null;
};

export type FootprintCounts = Record<"onTrack" | "behind" | "met" | "missed" | "notMeasured", number>;

export const commitmentProgress = builder.objectRef<CommitmentProgress>("CommitmentProgress").implement({
  description: "A commitment over all the cities that it binds.",
  fields: (t) => ({
    kind: t.exposeString("kind"),
    signatories: t.exposeInt("signatories", { description: "Cities that this commitment binds." }),
    known: t.exposeInt("known", { description: "Of these, cities whose deadline is known." }),
    overdue: t.exposeInt("overdue", { description: "Of these, cities whose deadline has passed." }),
    measured: t.exposeBoolean("measured", { description: "False while the network has no results for it." }),
    onTrack: t.int({
      nullable: true,
      description: "Only of the footprint, and once it is measured: cities by their newest comparable inventory.",
      resolve: ({ footprint }) => footprint?.onTrack ?? null,
    }),
    behind: t.int({ nullable: true, resolve: ({ footprint }) => footprint?.behind ?? null }),
    met: t.int({ nullable: true, resolve: ({ footprint }) => footprint?.met ?? null }),
    missed: t.int({ nullable: true, resolve: ({ footprint }) => footprint?.missed ?? null }),
    notMeasured: t.int({
      nullable: true,
      description: "Cities that it binds without two comparable inventories, or whose newest one is not judged.",
      resolve: ({ footprint }) => footprint?.notMeasured ?? null,
    }),
  }),
});

builder.prismaObjectField("PilotCity", "begunBeforeSigning", (t) =>
  t.boolean({
    description:
      "It surely began before this city signed, so it counts only on the coordinator's word (earlyStartAccepted).",
    select: { pilot: { select: { startedOn: true, startedPrecision: true } }, city: { select: clockColumns } },
    resolve: ({ pilot, city }) => {
      const once = countingOf({ ...pilot, state: "accepted" }, { city, confirmed: true, earlyStartAccepted: false });
      return !once.counts && once.why === "begun_before_signing";
    },
  }),
);
