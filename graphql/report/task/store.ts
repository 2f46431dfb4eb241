import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { can, type Viewer } from "#graphql/kernel/authorization.ts";
import { type Task, tasksOf } from "./rules.ts";
import { toIsoDate } from "#graphql/kernel/dates.ts";
import {
  clockColumns,
  countingOf,
  factColumns,
  healthOf,
  missingForPilot,
  pilotsClock,
} from "#graphql/pilot/facts.store.ts";
import { slots } from "#graphql/pilot/rules.ts";
import { missingToPublish } from "#graphql/practice/rules.ts";

/** What must be loaded of a city to say what its people have to do; only for those who may read its drafts. */
export const taskColumns = {
  ...clockColumns,
  contacts: { where: { shown: true }, select: { id: true } },
  pilots: {
    include: { pilot: { include: factColumns } },
    orderBy: [{ slot: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
  },
  practices: { where: { state: { not: "archived" } }, include: { translations: true }, orderBy: { createdAt: "asc" } },
  inventories: {
    where: { scope: "administration" },
    select: { id: true, year: true, state: true },
    orderBy: [{ year: "asc" }, { revision: "asc" }],
  },
  baselines: { where: { state: "active" }, select: { id: true } },
} satisfies P.CitySelect;
type CityWithTasks = P.CityGetPayload<{ include: typeof taskColumns }>;

/** The tasks of a city for one of its people (or for the network's), the most urgent first; none for anybody else. */
export async function tasksFor(
  { prisma, viewer }: { prisma: Prisma; viewer: Viewer },
  cityId: string,
  today: string,
): Promise<Task[]> {
  const subject = { cityIds: [cityId] };
  if (!can(viewer, "city.read_drafts", subject)) return [];
  const city = await prisma.city.findUniqueOrThrow({ where: { id: cityId }, include: taskColumns });
  const hand = pilotsClock(city, today);
  return tasksOf(
    {
      ...city,
      signatory: city.standing === "signatory",
      approves: can(viewer, "pilot.sign_off", subject),
      deadline: hand?.deadline.status === "known" ? hand.deadline.due.date : null,
      met: city.countingPilots >= (hand?.commitment.quantity ?? 5),
      emptySlots: slots(pilotsOf(city)).slots.filter(({ state }) => state === "empty").length,
      contactsShown: city.contacts.length,
      baseline: city.baselines.length > 0,
      pilots: city.pilots.map(({ confirmed, pilot }) => {
        const milestone = pilot.entries[0]?.nextMilestoneOn ?? null;
        return {
          id: pilot.id,
          state: pilot.state,
          confirmed,
          nextMilestoneOn: milestone && toIsoDate(milestone),
          reasons: healthOf(pilot, today).reasons,
          missing: missingForPilot(pilot, today).map(({ code }) => code),
        };
      }),
      practices: city.practices.map((practice) => ({
        id: practice.id,
        state: practice.state,
        missing: missingToPublish({
          ...practice,
          texts: [practice, ...practice.translations],
        }),
      })),
    },
    today,
  );
}

function pilotsOf(city: CityWithTasks) {
  const joined = city.pilots.filter(({ confirmed }) => confirmed);
  return joined.map((share) => ({
    id: share.pilotId,
    slot: share.slot,
    state: share.pilot.state,
    counts: countingOf(share.pilot, {
      ...share,
      city,
    }).counts,
  }));
}
