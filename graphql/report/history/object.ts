import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { footprint } from "#graphql/footprint/series/query.ts";
import { readsHistory } from "./policy.ts";
import type { FieldChange } from "./rules.ts";
import { scopes } from "./scope.store.ts";
import { type HistoryEntry, historyPage, noHistory, publicSinceSigning, wholeHistory } from "./store.ts";

export const fieldChange = builder.objectRef<FieldChange>("FieldChange").implement({
  description: "One field before and after, as text; null where there was nothing, or nothing public.",
  fields: (t) => ({
    field: t.exposeString("field"),
    before: t.exposeString("before", { nullable: true }),
    after: t.exposeString("after", { nullable: true }),
  }),
});

const auditEntry = builder.objectRef<HistoryEntry>("AuditEntry").implement({
  description:
    "Who changed what, and when. The public sees what was done to something public: the role and the city, no names.",
  fields: (t) => ({
    id: t.exposeID("id"),
    at: t.expose("at", { type: "DateTime" }),
    action: t.exposeString("action", { description: "For example accession.update." }),
    role: t.expose("role", {
      type: enums.ActorRole,
      nullable: true,
      description: "Null for what a person did for themselves alone, and in entries older than this field.",
    }),
    city: t.prismaField({
      type: "City",
      nullable: true,
      description: "The city that it was done to, or for.",
      resolve: (query, { cityId }, _args, { prisma, viewer }) =>
        cityId ? prisma.city.findFirst({ ...query, where: { id: cityId, AND: visibleCities(viewer) } }) : null,
    }),
    onBehalf: t.exposeBoolean("onBehalf", { description: "True when the network acted for the city." }),
    actorName: t.exposeString("actorName", {
      nullable: true,
      description: "For the city's own people and the network's; null when the account no longer exists.",
    }),
    changes: t.field({ type: [fieldChange], resolve: ({ changes }) => changes }),
  }),
});

const connection = builder.connectionObject({ type: auditEntry, name: "HistoryConnection" });
const description = "Newest first. The public reads what was done while it was public, without names.";

builder.prismaObjectField("City", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description: "Also of its contacts, people, baselines and plan. The public reads what was done since it signed.",
      resolve: async (row, args, context) => historyPage(context, await scopes.City(context, row), args),
    },
    connection,
  ),
);

builder.prismaObjectField("Accession", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description,
      resolve: async (row, args, context) => historyPage(context, await scopes.Accession(context, row), args),
    },
    connection,
  ),
);

builder.prismaObjectField("Pilot", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description,
      resolve: async (row, args, context) => historyPage(context, await scopes.Pilot(context, row), args),
    },
    connection,
  ),
);

builder.prismaObjectField("Practice", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description,
      resolve: async (row, args, context) => historyPage(context, await scopes.Practice(context, row), args),
    },
    connection,
  ),
);

builder.prismaObjectField("Inventory", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description,
      resolve: async (row, args, context) => historyPage(context, await scopes.Inventory(context, row), args),
    },
    connection,
  ),
);

builder.prismaObjectField("Baseline", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description,
      resolve: async (row, args, context) => historyPage(context, await scopes.Baseline(context, row), args),
    },
    connection,
  ),
);

builder.objectField(footprint, "planHistory", (t) =>
  t.connection(
    {
      type: auditEntry,
      description: "How threshold and path were changed. The public reads what was done since the city signed.",
      resolve: async ({ cityId }, args, context) => {
        const whole = readsHistory(context.viewer, [cityId]);
        const of = { subject: "FootprintPlan", subjectId: cityId };
        const open = () => publicSinceSigning(context.prisma, cityId, of);
        return historyPage(context, whole ? wholeHistory("FootprintPlan", cityId) : await open(), args);
      },
    },
    connection,
  ),
);

builder.prismaObjectField("Contact", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description: "For the city's own people and the network's.",
      resolve: ({ id, cityId }, args, context) =>
        historyPage(context, readsHistory(context.viewer, [cityId]) ? wholeHistory("Contact", id) : noHistory, args),
    },
    connection,
  ),
);

builder.prismaObjectField("SavedSearch", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description: "For its owner.",
      resolve: ({ id, userId }, args, context) =>
        historyPage(context, userId === context.viewer.userId ? wholeHistory("SavedSearch", id) : noHistory, args),
    },
    connection,
  ),
);

builder.prismaObjectField("SearchQuestion", "history", (t) =>
  t.connection(
    {
      type: auditEntry,
      description: "For the person who asked and the secretariat, who alone see the question.",
      resolve: ({ id }, args, context) => historyPage(context, wholeHistory("SearchQuestion", id), args),
    },
    connection,
  ),
);
