import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "../city/policy.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { visibleInventories } from "../footprint/policy.ts";
import { footprintCounts } from "#graphql/footprint/series/standing.store.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { visiblePractices } from "../practice/policy.ts";
import {
  type CommitmentProgress,
  commitmentProgress,
  type FootprintCounts,
  networkCounts,
  progressGroup,
} from "./object.ts";
import { group, total, worstFirst } from "./rules.ts";
import { type Concern, concernsOf, countsOf, type Waiting, waiting } from "./store.ts";
import { namesOf } from "#graphql/city/store.ts";
import { type Signatory, signatories } from "#graphql/pilot/signatory.store.ts";

/** The signatories with their clocks are read once, and only when a field asks for them. */
type Parent = { asOf: string; rows(): Promise<Signatory[]> };

const networkProgress = builder.objectRef<Parent>("NetworkProgress").implement({
  description: "Where the network stands, from what the cities' accepted pilots say. Public.",
  fields: (t) => ({
    asOf: t.field({ type: "Date", resolve: ({ asOf }) => asOf }),
    counts: t.field({
      type: networkCounts,
      description: "The cheap part of `total`: no deadline has to be worked out for it.",
      resolve: (_progress, _args, { prisma, viewer }) => countsOf(prisma, visibleCities(viewer)),
    }),
    total: t.field({
      type: progressGroup,
      resolve: async ({ rows }) => total("", (await rows()).map(standingRow)),
    }),
    byCountry: t.field({
      type: [progressGroup],
      resolve: async ({ rows }) => group((await rows()).map((row) => ({ key: row.countryCode, ...standingRow(row) }))),
    }),
    byCharter: t.field({
      type: [progressGroup],
      resolve: async ({ rows }) => group((await rows()).map((row) => ({ key: row.charterCode, ...standingRow(row) }))),
    }),
    byCommitment: t.field({
      type: [commitmentProgress],
      resolve: async ({ rows }, _args, { prisma, viewer }) => {
        const cities = await rows();
        return byCommitment(cities, await footprintCounts(prisma, viewer, cities));
      },
    }),
    pilotsInReview: t.int({
      resolve: (_progress, _args, { prisma, viewer }) =>
        prisma.pilot.count({ where: { state: "submitted", AND: visiblePilots(viewer) } }),
    }),
    practices: t.int({
      resolve: (_progress, _args, { prisma, viewer }) =>
        prisma.practice.count({ where: { state: "published", AND: visiblePractices(viewer) } }),
    }),
    footprintResults: t.int({
      description: "Published footprint inventories, the newest revision of each.",
      resolve: (_progress, _args, { prisma, viewer }) =>
        prisma.inventory.count({ where: { state: "published", AND: visibleInventories(viewer) } }),
    }),
  }),
});

function standingRow({ countingPilots, pilots }: Signatory) {
  return { counting: countingPilots, standing: pilots.standing };
}

function byCommitment(rows: Signatory[], counts: FootprintCounts | null): CommitmentProgress[] {
  const kinds = ["cooperation", "local_partnership", "pilots", "footprint"];
  return kinds.map((kind) => {
    const hands = rows.flatMap(({ clock }) => clock.filter(({ commitment }) => commitment.kind === kind));
    const known = hands.filter(({ deadline }) => deadline.status === "known");
    const overdue = known.filter(({ deadline }) => deadline.status === "known" && deadline.overdue);
    const footprint = kind === "footprint" ? counts : null;
    return {
      kind,
      signatories: hands.length,
      known: known.length,
      overdue: overdue.length,
      measured: kind === "pilots" || footprint !== null,
      footprint,
    };
  });
}

builder.queryField("networkProgress", (t) =>
  t.field({
    type: networkProgress,
    resolve: (_root, _args, { prisma, viewer, clock }) => {
      const asOf = clock.today();
      let read: Promise<Signatory[]> | undefined;
      return { asOf, rows: () => (read ??= signatories(prisma, asOf, visibleCities(viewer))) };
    },
  }),
);

const concern = builder.objectRef<Concern>("PilotConcern").implement({
  description: "A pilot that is late or silent, and why.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    title: t.exposeString("title"),
    language: t.exposeString("language"),
    health: t.exposeString("health"),
    reasons: t.stringList({ resolve: ({ reasons }) => reasons }),
  }),
});

type LateCity = Signatory & { names: { locale: string; name: string }[]; concerns: Concern[] };

const lateCity = builder.objectRef<LateCity>("LateCity").implement({
  description:
    "A signatory that is late or at risk with its five pilots, or whose deadline is to be confirmed, and why.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    name: t.string({
      args: { locale: t.arg.string() },
      resolve: ({ name, names }, { locale }) => names.find((entry) => entry.locale === locale)?.name ?? name,
    }),
    country: t.exposeString("countryCode"),
    charterCode: t.exposeString("charterCode"),
    standing: t.string({ resolve: ({ pilots }) => pilots.standing }),
    reason: t.string({ resolve: ({ pilots }) => pilots.reason }),
    counting: t.int({ resolve: ({ pilots }) => pilots.counting }),
    required: t.int({ resolve: ({ pilots }) => pilots.required }),
    daysLeft: t.int({ nullable: true, resolve: ({ pilots }) => pilots.daysLeft }),
    dueOn: t.field({
      type: "Date",
      nullable: true,
      resolve: ({ clock }) => {
        const deadline = clock.find(({ commitment }) => commitment.kind === "pilots")?.deadline;
        return deadline?.status === "known" ? deadline.due.date : null;
      },
    }),
    pilots: t.field({
      type: [concern],
      description: "Its late and silent pilots.",
      resolve: ({ concerns }) => concerns,
    }),
  }),
});

builder.queryField("lateCities", (t) =>
  t.field({
    type: [lateCity],
    description: "For the secretariat: who is late or at risk, and why; the worst first.",
    args: {
      country: t.arg.stringList({ description: "ISO 3166-1 alpha-2 codes." }),
      limit: t.arg.int({ defaultValue: 100 }),
    },
    resolve: async (_root, { country, limit }, { prisma, viewer, clock }) => {
      if (!can(viewer, "network.read_late", network))
        throw queryError("FORBIDDEN", "Only the secretariat reads this list.");
      const where = country?.length ? { countryCode: { in: country } } : {};
      const late = worstFirst(await signatories(prisma, clock.today(), where)).slice(
        0,
        Math.min(Math.max(limit ?? 100, 1), 100),
      );
      const concerns = await concernsOf(
        prisma,
        late.map(({ id }) => id),
        clock.today(),
      );
      const names = await namesOf(prisma, late);
      return late.map((row) => ({ ...row, names: names.get(row.id) ?? [], concerns: concerns.get(row.id) ?? [] }));
    },
  }),
);

const queueItem = builder.objectRef<Waiting>("ReviewItem").implement({
  description: "A pilot or practice that waits for the network's decision.",
  fields: (t) => ({
    kind: t.string({ resolve: ({ kind }) => kind }),
    since: t.field({ type: "DateTime", description: "When the city signed it off.", resolve: ({ since }) => since }),
    by: t.string({ nullable: true, description: "Who signed it off for the city.", resolve: ({ by }) => by }),
    pilot: t.prismaField({
      type: "Pilot",
      nullable: true,
      resolve: (query, { kind, id }, _args, { prisma, viewer }) =>
        kind === "pilot" ? prisma.pilot.findFirst({ ...query, where: { id, AND: visiblePilots(viewer) } }) : null,
    }),
    practice: t.prismaField({
      type: "Practice",
      nullable: true,
      resolve: (query, { kind, id }, _args, { prisma, viewer }) =>
        kind === "practice"
          ? prisma.practice.findFirst({ ...query, where: { id, AND: visiblePractices(viewer) } })
          : null,
    }),
  }),
});

builder.queryField("reviewQueue", (t) =>
  t.field({
    type: [queueItem],
    description: "For coordinators and reviewers: what waits for a decision, the longest wait first.",
    args: { limit: t.arg.int({ defaultValue: 50 }) },
    resolve: async (_root, { limit }, { prisma, viewer }) => {
      if (!can(viewer, "network.read_queue", network))
        throw queryError("FORBIDDEN", "Only the network's people read the queue.");
      return (await waiting(prisma)).slice(0, Math.min(Math.max(limit ?? 50, 1), 100));
    },
  }),
);
