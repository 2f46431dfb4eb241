import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { isValidIsoDate, toIsoDate, toPartialDate } from "#graphql/kernel/dates.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { signedAccessions, visibleAccessions } from "./policy.ts";
import { accessionState, signatoriesOn } from "./rules.ts";
import { stepsOf } from "./store.ts";

builder.queryField("charterVersions", (t) =>
  t.prismaField({
    type: ["CharterVersion"],
    description: "The charter's texts, oldest first.",
    resolve: (query, _root, _args, { prisma }) =>
      prisma.charterVersion.findMany({ ...query, orderBy: { year: "asc" } }),
  }),
);

const signatoryCount = builder.objectRef<{ certain: number; possible: number }>("SignatoryCount").implement({
  description: "How many had signed: surely, and perhaps, where a date is only partly known.",
  fields: (t) => ({ certain: t.exposeInt("certain"), possible: t.exposeInt("possible") }),
});

builder.queryField("signatoryCount", (t) =>
  t.field({
    type: signatoryCount,
    description: "Number of signatories on any day, today or past.",
    args: { on: t.arg({ type: "Date", required: true }) },
    resolve: async (_root, { on }, { prisma, viewer }) => {
      if (!isValidIsoDate(on)) throw queryError("BAD_USER_INPUT", "`on` must be a day that exists, as yyyy-mm-dd.");
      const rows = await prisma.accession.findMany({
        where: { AND: [visibleAccessions(viewer), signedAccessions] },
        include: { charterVersion: true },
      });
      const first = await prisma.charterVersion.findFirst({ orderBy: { year: "asc" } });
      const signings = rows.map((row) => ({
        ...stepsOf(row),
        signed: toPartialDate(row.signedOn, row.signedPrecision, row.signedNotLaterThan),
        cityId: row.cityId,
        year: row.charterVersion.year,
      }));
      return signatoriesOn(signings, on, first?.adoptedOn ? toIsoDate(first.adoptedOn) : undefined);
    },
  }),
);

const accessionFilter = builder.inputType("AccessionFilter", {
  fields: (t) => ({
    state: t.stringList({ description: "States as Accession.state gives them." }),
    charterCode: t.stringList(),
    name: t.string({ description: "Part of the city's name, in any of its languages." }),
  }),
});

type AccessionFilter = typeof accessionFilter.$inferInput;

/** The state is what the recorded dates make of it, so it is worked out by the rules and not by the database. */
async function matchingIds({ prisma, viewer }: Context, filter: AccessionFilter | null | undefined): Promise<string[]> {
  const { state, charterCode, name } = filter ?? {};
  const named = name?.trim();
  const rows = await prisma.accession.findMany({
    where: {
      AND: [visibleAccessions(viewer)],
      charterVersion: charterCode?.length ? { code: { in: charterCode } } : undefined,
      city: named ? { names: { some: { name: { contains: named, mode: "insensitive" } } } } : undefined,
    },
  });
  return rows.filter((row) => !state?.length || state.includes(accessionState(stepsOf(row)))).map(({ id }) => id);
}

builder.queryField("accessions", (t) =>
  t.withAuth({ network: true }).prismaConnection({
    type: "Accession",
    cursor: "id",
    description:
      "Every way into the charter, also of cities that have not signed; for the network's people. By city, then by text.",
    args: { filter: t.arg({ type: accessionFilter }) },
    totalCount: async (_root, { filter }, context) => (await matchingIds(context, filter)).length,
    resolve: async (query, _root, { filter }, context) =>
      context.prisma.accession.findMany({
        ...query,
        where: { id: { in: await matchingIds(context, filter) } },
        orderBy: [{ city: { name: "asc" } }, { charterVersion: { year: "asc" } }, { id: "asc" }],
      }),
  }),
);
