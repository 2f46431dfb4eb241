import { decodeGlobalID } from "@pothos/plugin-relay";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { NotFound } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { visibleAccessions } from "#graphql/charter/policy.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { visibleBaselines, visibleInventories } from "#graphql/footprint/policy.ts";
import { pilotSubject, visiblePilots } from "#graphql/pilot/policy.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { readsHistory } from "./policy.ts";
import {
  type HistoryScope,
  publicCityHistory,
  publicHistory,
  signing,
  wholeCityHistory,
  wholeHistory,
} from "./store.ts";

/** What of a row's history its reader sees. The row must be one that they see. */
export const scopes = {
  City: async (context: Context, { id }: { id: string }): Promise<HistoryScope> =>
    readsHistory(context.viewer, [id]) ? wholeCityHistory(id) : publicCityHistory(context, id),
  Accession: async (context: Context, row: P.AccessionGetPayload<object>): Promise<HistoryScope> =>
    ofCity(context, "Accession", signing(row)),
  Pilot: async (context: Context, row: P.PilotGetPayload<object>): Promise<HistoryScope> => {
    const cities = await context.prisma.pilotCity.findMany({ where: { pilotId: row.id } });
    return readsHistory(context.viewer, pilotSubject({ cities }).cityIds)
      ? wholeHistory("Pilot", row.id)
      : publicHistory(context.prisma, "Pilot", row);
  },
  Practice: (context: Context, row: P.PracticeGetPayload<object>) => ofCity(context, "Practice", row),
  Inventory: (context: Context, row: P.InventoryGetPayload<object>) => ofCity(context, "Inventory", row),
  Baseline: (context: Context, row: P.BaselineGetPayload<object>) => ofCity(context, "Baseline", row),
};

async function ofCity(
  { prisma, viewer }: Context,
  subject: "Accession" | "Practice" | "Inventory" | "Baseline",
  row: { id: string; cityId: string } & Record<string, unknown>,
): Promise<HistoryScope> {
  return readsHistory(viewer, [row.cityId]) ? wholeHistory(subject, row.id) : publicHistory(prisma, subject, row);
}

/** The row that a global id names, with what of its history the viewer sees. Throws NotFound for a row that they do not see. */
export async function historyScope(context: Context, globalId: string) {
  const subject = typeOf(globalId);
  const subjectId = localId(globalId, subject);
  return { of: { subject, subjectId }, scope: await scopeOf(context, subject, subjectId) };
}

async function scopeOf(context: Context, type: keyof typeof scopes, id: string): Promise<HistoryScope> {
  const { prisma, viewer } = context;
  switch (type) {
    case "City":
      return scopes.City(
        context,
        found(await prisma.city.findFirst({ where: { id, AND: visibleCities(viewer) } }), type),
      );
    case "Accession":
      return scopes.Accession(
        context,
        found(await prisma.accession.findFirst({ where: { id, AND: visibleAccessions(viewer) } }), type),
      );
    case "Pilot":
      return scopes.Pilot(
        context,
        found(await prisma.pilot.findFirst({ where: { id, AND: visiblePilots(viewer) } }), type),
      );
    case "Practice":
      return scopes.Practice(
        context,
        found(await prisma.practice.findFirst({ where: { id, AND: visiblePractices(viewer) } }), type),
      );
    case "Inventory":
      return scopes.Inventory(
        context,
        found(await prisma.inventory.findFirst({ where: { id, AND: visibleInventories(viewer) } }), type),
      );
    case "Baseline":
      return scopes.Baseline(
        context,
        found(await prisma.baseline.findFirst({ where: { id, AND: visibleBaselines(viewer) } }), type),
      );
  }
}

function typeOf(globalId: string): keyof typeof scopes {
  let typename = "";
  try {
    ({ typename } = decodeGlobalID(globalId));
  } catch {}
  const known = (Object.keys(scopes) as (keyof typeof scopes)[]).find((type) => type === typename);
  if (!known) throw new NotFound("Subject");
  return known;
}
