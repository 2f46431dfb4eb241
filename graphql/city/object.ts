import { can } from "../authorization.ts";
import { builder } from "../builder.ts";
import { commitmentDeadline } from "../charter/object.ts";
import { visibleAccessions } from "../charter/policy.ts";
import { clockInclude, clockOf, governing } from "../charter/store.ts";
import { tasksFor } from "./tasks.store.ts";
import { actionEnum, enums } from "../enums.ts";
import { visibleInventories } from "../footprint/policy.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { visiblePractices } from "../practice/policy.ts";
import { permissionsOn } from "../viewer-can.ts";
import { writtenText } from "../shared.ts";
import { citySubject, visibleCities, visibleContacts, visibleMemberships } from "./policy.ts";
import { sizeBand, type Task } from "./rules.ts";

const urgency = builder.enumType("Urgency", { values: ["now", "soon", "later"] as const });

const task = builder.objectRef<Task>("Task").implement({
  description: "One thing that a city's people have to do, and why.",
  fields: (t) => ({
    code: t.exposeString("code", { description: "What to do, for example finish_pilot or fill_slots." }),
    urgency: t.field({ type: urgency, resolve: (row) => row.urgency }),
    dueOn: t.field({ type: "Date", nullable: true, resolve: ({ dueOn }) => dueOn }),
    daysLeft: t.exposeInt("daysLeft", { nullable: true, description: "Negative once the day has passed." }),
    count: t.exposeInt("count", { nullable: true, description: "How many slots are empty, or parts are missing." }),
    reasons: t.stringList({
      description: "Codes of the pilot's health, or of what is missing.",
      resolve: ({ reasons }) => reasons,
    }),
    pilot: t.prismaField({
      type: "Pilot",
      nullable: true,
      resolve: (query, { pilotId }, _args, { prisma, viewer }) =>
        pilotId ? prisma.pilot.findFirst({ ...query, where: { id: pilotId, AND: visiblePilots(viewer) } }) : null,
    }),
    practice: t.prismaField({
      type: "Practice",
      nullable: true,
      resolve: (query, { practiceId }, _args, { prisma, viewer }) =>
        practiceId
          ? prisma.practice.findFirst({ ...query, where: { id: practiceId, AND: visiblePractices(viewer) } })
          : null,
    }),
    year: t.exposeInt("year", {
      nullable: true,
      description: "The year of an inventory that is open, or to be started.",
    }),
    inventory: t.prismaField({
      type: "Inventory",
      nullable: true,
      resolve: (query, { inventoryId }, _args, { prisma, viewer }) =>
        inventoryId
          ? prisma.inventory.findFirst({ ...query, where: { id: inventoryId, AND: visibleInventories(viewer) } })
          : null,
    }),
  }),
});

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
    accessions: t.relation("accessions", {
      query: (_args, { viewer }) => ({ where: visibleAccessions(viewer), orderBy: { createdAt: "asc" } }),
    }),
    clock: t.field({
      type: [commitmentDeadline],
      description: "The charter clock: every deadline of the newest text that the city has signed, each explained.",
      select: (_args, { viewer }) => ({ accessions: { where: visibleAccessions(viewer), include: clockInclude } }),
      resolve({ accessions }, _args, { clock }) {
        const accession = governing(accessions);
        return accession ? clockOf(accession, clock.today()) : [];
      },
    }),
    contacts: t.relation("contacts", {
      query: (_args, { viewer }) => ({ where: visibleContacts(viewer), orderBy: { createdAt: "asc" } }),
    }),
    members: t.relation("memberships", {
      query: (_args, { viewer }) => ({ where: visibleMemberships(viewer), orderBy: { createdAt: "asc" } }),
    }),
    tasks: t.field({
      type: [task],
      description: "What its people have to do, the most urgent first; empty for everybody else.",
      resolve: ({ id }, _args, context) => tasksFor(context, id, context.clock.today()),
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
