import { can } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";
import { writtenText } from "#graphql/vocabulary/types.ts";
import { citySubject, visibleCities, visibleContacts, visibleMemberships } from "./policy.ts";
import { sizeBand } from "./rules.ts";

builder.prismaNode("City", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleCities(viewer) }),
  description: "A local authority: signatory, candidate, or a place where a practice was done.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    name: t.string({
      description: "The city's name in `locale` where it has one, else its own name.",
      args: { locale: t.arg.string() },
      select: { names: true },
      resolve: ({ name, names }, { locale }) => names.find((entry) => entry.locale === locale)?.name ?? name,
    }),
    country: t.exposeString("countryCode", { description: "ISO 3166-1 alpha-2." }),
    type: t.expose("type", { type: enums.CityType }),
    language: t.exposeString("language"),
    population: t.exposeInt("population", { nullable: true }),
    populationYear: t.exposeInt("populationYear", { nullable: true }),
    populationSource: t.exposeString("populationSource", { nullable: true }),
    sizeBand: t.string({ resolve: ({ population }) => sizeBand(population) }),
    latitude: t.exposeFloat("latitude", { nullable: true }),
    longitude: t.exposeFloat("longitude", { nullable: true }),
    website: t.exposeString("website", { nullable: true }),
    department: t.exposeString("department", { nullable: true }),
    summary: t.field({
      type: writtenText,
      nullable: true,
      resolve: ({ summary, summaryLanguage, language }) =>
        summary ? { text: summary, language: summaryLanguage ?? language } : null,
    }),
    standing: t.exposeString("standing", {
      description: "none, interested, adopting, signatory, withdrawn or lapsed.",
    }),
    charterCode: t.exposeString("charterCode", { nullable: true }),
    countingPilots: t.exposeInt("countingPilots", { description: "Accepted pilots that count towards the five." }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    contacts: t.relation("contacts", {
      query: (_args, { viewer }) => ({ where: visibleContacts(viewer), orderBy: { createdAt: "asc" } }),
    }),
    members: t.relation("memberships", {
      query: (_args, { viewer }) => ({ where: visibleMemberships(viewer), orderBy: { createdAt: "asc" } }),
    }),
    viewerCan: t.field({
      type: [actionEnum],
      resolve: (city, _args, { viewer }) =>
        permissionsOn(viewer, citySubject(city), ["city", "pilot", "practice", "accession"]),
    }),
  }),
});

builder.prismaNode("Contact", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleContacts(viewer) }),
  description: "A person to call; public only with that person's agreement.",
  fields: (t) => ({
    name: t.exposeString("name"),
    role: t.exposeString("role", { nullable: true }),
    email: t.exposeString("email", { nullable: true }),
    phone: t.exposeString("phone", { nullable: true }),
    shown: t.exposeBoolean("shown"),
    version: t.exposeInt("version", { description: "How often it was saved." }),
    demonstration: t.exposeBoolean("demonstration"),
    city: t.relation("city"),
  }),
});

builder.prismaNode("Membership", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleMemberships(viewer) }),
  description: "A person's right in one city.",
  fields: (t) => ({
    role: t.expose("role", { type: enums.MemberRole }),
    name: t.string({ select: { user: true }, resolve: ({ user }) => user.name }),
    email: t.string({
      nullable: true,
      select: { user: true },
      resolve: ({ user, cityId }, _args, { viewer }) =>
        can(viewer, "city.read_drafts", { cityIds: [cityId] }) ? user.email : null,
    }),
  }),
});
