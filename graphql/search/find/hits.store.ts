import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { visibleResults } from "#graphql/data/policy.ts";
import { visiblePilots } from "#graphql/pilot/policy.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { visibleTools } from "#graphql/practice/tool/policy.ts";
import type { SearchHit, SearchKind } from "../engine.rules.ts";
import { afterParents } from "./rules.ts";
import type { Hit } from "./object.ts";

type Rows = { [Kind in SearchKind]: Map<string, NonNullable<Hit[Kind]>> };

/**
 * The rows behind the hits, one query per kind, through the viewer's policy: what the index should not hold is dropped. With
 * `ranked`, no part stands before what it belongs to.
 */
export async function reread(
  found: readonly SearchHit[],
  context: Context,
  info: GraphQLResolveInfo,
  ranked: boolean,
): Promise<Hit[]> {
  const rows = await rowsOf(found, context, info);
  const hits = found.flatMap(({ kind, id, score, savedCarbonKg }): Hit[] => {
    const none = { practice: null, pilot: null, result: null, tool: null, city: null };
    const row = rows[kind].get(id);
    const pilotId = kind === "practice" ? rows.practice.get(id)?.pilotId : null;
    const tellsOf = rows.pilot.get(pilotId ?? "") ?? null;
    return row ? [{ ...none, [kind]: row, kind, score, savedCarbonKg, tellsOf }] : [];
  });
  if (!ranked) return hits;
  return afterParents(hits.map((hit) => ({ hit, ...placeOf(hit) }))).map(({ hit }) => hit);
}

async function rowsOf(found: readonly SearchHit[], context: Context, info: GraphQLResolveInfo): Promise<Rows> {
  const { prisma, viewer } = context;
  const query = (typeName: string, field: string) => queryFromInfo({ context, info, typeName, path: ["hits", field] });
  const those = async <Row extends { id: string }>(
    kind: SearchKind,
    read: (ids: { in: string[] }) => Promise<Row[]>,
  ): Promise<Map<string, Row>> => {
    const ids = found.flatMap((hit) => (hit.kind === kind ? [hit.id] : []));
    return new Map((ids.length === 0 ? [] : await read({ in: ids })).map((row) => [row.id, row]));
  };
  const [practice, pilot, result, tool, city] = await Promise.all([
    those<P.PracticeGetPayload<object>>("practice", (id) =>
      prisma.practice.findMany({ ...query("Practice", "practice"), where: { id, AND: visiblePractices(viewer) } }),
    ),
    those<P.PilotGetPayload<object>>("pilot", (id) =>
      prisma.pilot.findMany({ ...query("Pilot", "pilot"), where: { id, AND: visiblePilots(viewer) } }),
    ),
    those<P.ResultGetPayload<object>>("result", (id) =>
      prisma.result.findMany({ ...query("Result", "result"), where: { id, AND: visibleResults(viewer) } }),
    ),
    those<P.PracticeToolGetPayload<object>>("tool", (id) =>
      prisma.practiceTool.findMany({ ...query("PracticeTool", "tool"), where: { id, AND: visibleTools(viewer) } }),
    ),
    those<P.CityGetPayload<object>>("city", (id) =>
      prisma.city.findMany({ ...query("City", "city"), where: { id, AND: visibleCities(viewer) } }),
    ),
  ]);
  return { practice, pilot, result, tool, city };
}

function placeOf({ kind, practice, pilot, result, tool, city }: Hit): { key: string; parent: string | null } {
  const id = (practice ?? pilot ?? result ?? tool ?? city)?.id ?? "";
  return { key: `${kind} ${id}`, parent: parentOf(result ?? (tool && { practiceId: tool.practiceId, pilotId: null })) };
}

function parentOf(part: { practiceId: string | null; pilotId: string | null } | null): string | null {
  const { practiceId, pilotId } = part ?? {};
  if (practiceId) return `practice ${practiceId}`;
  return pilotId ? `pilot ${pilotId}` : null;
}
