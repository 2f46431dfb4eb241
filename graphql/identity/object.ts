import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities, visibleMemberships } from "../city/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { visibleSessions, visibleUsers } from "./policy.ts";

builder.prismaNode("User", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleUsers(viewer) }),
  description: "A person with an account: seen by that person and by administrators.",
  fields: (t) => ({
    name: t.exposeString("name"),
    email: t.exposeString("email"),
    locale: t.exposeString("locale", { description: "The language of mails to this person." }),
    demonstration: t.exposeBoolean("demonstration"),
    memberships: t.relation("memberships", {
      query: (_args, { viewer }) => ({ where: visibleMemberships(viewer), orderBy: { createdAt: "asc" } }),
    }),
    networkRoles: t.field({
      type: [enums.NetworkRoleName],
      select: { networkRoles: { orderBy: { role: "asc" } } },
      resolve: ({ networkRoles }) => networkRoles.map(({ role }) => role),
    }),
    sessions: t.relation("sessions", {
      description: "Where this person is signed in: only for that person.",
      query: (_args, { viewer }) => ({ where: visibleSessions(viewer), orderBy: { createdAt: "desc" } }),
    }),
  }),
});

builder.prismaNode("Session", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleSessions(viewer) }),
  description: "One sign-in of the viewer's own.",
  fields: (t) => ({
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    userAgent: t.exposeString("userAgent", { nullable: true }),
    current: t.boolean({
      description: "True for the session that asks.",
      resolve: ({ id }, _args, { sessionId }) => id === sessionId,
    }),
  }),
});

builder.prismaObjectField("Membership", "city", (t) => t.relation("city"));

/** An account that anyone may use in a demonstration network. */
export const demonstrationAccount = builder.prismaObject("User", {
  variant: "DemonstrationAccount",
  description: "An invented person whose account anyone may use in a demonstration network.",
  fields: (t) => ({
    name: t.exposeString("name"),
    email: t.exposeString("email"),
    roles: t.stringList({
      description: "editor, approver, reviewer, coordinator, administrator.",
      select: { memberships: true, networkRoles: true },
      resolve: ({ memberships, networkRoles }) => [
        ...new Set([...memberships, ...networkRoles].map(({ role }) => role)),
      ],
    }),
    city: t.prismaField({
      type: "City",
      nullable: true,
      description: "The city that this person works for, if the viewer may see it.",
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.city.findFirst({
          ...query,
          where: { memberships: { some: { userId: id } }, AND: visibleCities(viewer) },
        }),
    }),
  }),
});
