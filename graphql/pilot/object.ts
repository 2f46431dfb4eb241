import { builder } from "#graphql/kernel/builder.ts";
import { visibleContacts } from "../city/policy.ts";
import { toPartialDate } from "#graphql/kernel/dates.ts";
import { sourceFields } from "#graphql/vocabulary/figure.object.ts";
import { newestFirst, visibleReviews } from "#graphql/review/policy.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import {
  clockColumns,
  countingOf,
  factColumns,
  healthOf,
  missingForPilot,
  type PilotReading,
  readingOf,
  type ShareCounting,
} from "./facts.store.ts";
import { partialDateInput, partialDateType, sourcesOf, sourceType } from "#graphql/vocabulary/types.ts";
import { pilotActions, shareColumns, visiblePilots, visibleShares } from "./policy.ts";
import type { Health, HealthReason, Missing } from "./rules.ts";

const healthState = builder.enumType("Health", { values: ["on_track", "at_risk", "late", "silent"] as const });

const pilotHealth = builder.objectRef<{ health: Health; reasons: HealthReason[] }>("PilotHealth").implement({
  description: "How the pilot is doing, worst first; it goes stale by itself when nothing is written.",
  fields: (t) => ({
    state: t.field({ type: healthState, resolve: ({ health }) => health }),
    reasons: t.stringList({ resolve: ({ reasons }) => reasons }),
  }),
});

const missingItem = builder.objectRef<Missing>("MissingItem").implement({
  description: "One thing that the pilot still lacks to count.",
  fields: (t) => ({
    code: t.string({ resolve: ({ code }) => code }),
    requirement: t.string({
      description: "The charter's word it comes from, or `network`.",
      resolve: ({ requirement }) => requirement,
    }),
    parts: t.stringList({ resolve: ({ parts }) => parts ?? [] }),
  }),
});

const reading = builder.objectRef<PilotReading>("PilotReading").implement({
  description: "The pilot's texts in one language: a translation where there is one, else the original.",
  fields: (t) => ({
    language: t.exposeString("language"),
    origin: t.field({ type: enums.TextOrigin, resolve: ({ origin }) => origin }),
    stale: t.boolean({
      description: "The original has changed since it was translated.",
      resolve: ({ stale }) => stale,
    }),
    title: t.exposeString("title"),
    purpose: t.exposeString("purpose", { nullable: true }),
    description: t.exposeString("description", { nullable: true }),
    availableLanguages: t.stringList({ resolve: ({ availableLanguages }) => availableLanguages }),
  }),
});

builder.prismaNode("Pilot", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visiblePilots(viewer) }),
  description: "A large-scale pilot of one or more cities.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    state: t.expose("state", { type: enums.PilotState }),
    language: t.exposeString("language", { description: "The language of the original texts." }),
    title: t.exposeString("title"),
    purpose: t.exposeString("purpose", { nullable: true }),
    description: t.exposeString("description", { nullable: true }),
    reading: t.field({
      type: reading,
      args: { locale: t.arg.string({ required: true }) },
      select: { translations: { orderBy: { language: "asc" } } },
      resolve: (pilot, { locale }) => readingOf(pilot, locale),
    }),
    activityType: t.expose("activityType", { type: enums.ActivityType, nullable: true }),
    area: t.expose("area", { type: enums.Area, nullable: true }),
    role: t.expose("role", { type: enums.IctRole, nullable: true }),
    stage: t.expose("stage", { type: enums.Stage, nullable: true }),
    started: t.field({ type: partialDateType, resolve: (row) => toPartialDate(row.startedOn, row.startedPrecision) }),
    ended: t.field({ type: partialDateType, resolve: (row) => toPartialDate(row.endedOn, row.endedPrecision) }),
    partners: t.exposeStringList("partners"),
    replicationConditions: t.exposeString("replicationConditions", { nullable: true }),
    replicationCost: t.exposeString("replicationCost", { nullable: true }),
    replicationSkills: t.exposeString("replicationSkills", { nullable: true }),
    licence: t.exposeString("licence", { nullable: true }),
    impactCommunicated: t.exposeString("impactCommunicated", { nullable: true }),
    sources: t.field({ type: [sourceType], resolve: ({ sources }) => sourcesOf(sources) }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    acceptedOn: t.expose("acceptedOn", { type: "Date", nullable: true }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    cities: t.relation("cities", {
      description: "The cities that share it, the lead city first.",
      query: (_args, { viewer }) => ({
        where: visibleShares(viewer),
        orderBy: [{ lead: "desc" }, { createdAt: "asc" }],
      }),
    }),
    entries: t.relation("entries", {
      description: "The status log, newest first.",
      query: { orderBy: [{ enteredOn: "desc" }, { createdAt: "desc" }] },
    }),
    results: t.relation("results", { query: { orderBy: { createdAt: "asc" } } }),
    funding: t.relation("funding", { query: { orderBy: { id: "asc" } } }),
    scale: t.relation("scale", { query: { orderBy: { id: "asc" } } }),
    concepts: t.prismaField({
      type: ["Concept"],
      resolve: (query, { id }, _args, { prisma }) =>
        prisma.concept.findMany({ ...query, where: { pilots: { some: { pilotId: id } } }, orderBy: { slug: "asc" } }),
    }),
    reviews: t.relation("reviews", {
      description: "Newest first; the public sees only that it was accepted, and when.",
      query: (_args, { viewer }) => ({
        where: visibleReviews(viewer),
        orderBy: [...newestFirst],
      }),
    }),
    contact: t.prismaField({
      type: "Contact",
      nullable: true,
      resolve: (query, { contactId }, _args, { prisma, viewer }) =>
        contactId
          ? prisma.contact.findFirst({ ...query, where: { id: contactId, AND: visibleContacts(viewer) } })
          : null,
    }),
    missing: t.field({
      type: [missingItem],
      description: "What it still lacks to count, under the charter text of its lead city.",
      select: factColumns,
      resolve: (pilot, _args, { clock }) => missingForPilot(pilot, clock.today()),
    }),
    health: t.field({
      type: pilotHealth,
      select: factColumns,
      resolve: (pilot, _args, { clock }) => healthOf(pilot, clock.today()),
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to it now.",
      select: { cities: { select: shareColumns } },
      resolve: (pilot, _args, { viewer }) => pilotActions(viewer, pilot),
    }),
  }),
});

const shareCounting = builder.objectRef<ShareCounting>("PilotCounting").implement({
  fields: (t) => ({
    counts: t.boolean({ resolve: ({ counts }) => counts }),
    why: t.string({
      nullable: true,
      description: "Why not: not_joined, not_accepted, not_signed or begun_before_signing.",
      resolve: (counting) => (counting.counts ? null : counting.why),
    }),
  }),
});

builder.prismaObject("PilotCity", {
  description: "A city's share in a pilot.",
  fields: (t) => ({
    city: t.relation("city"),
    lead: t.exposeBoolean("lead"),
    confirmed: t.exposeBoolean("confirmed", { description: "False while the city is invited and has not joined." }),
    slot: t.exposeInt("slot", { nullable: true }),
    earlyStartAccepted: t.exposeBoolean("earlyStartAccepted"),
    counting: t.field({
      type: shareCounting,
      description: "Whether it counts towards this city's five.",
      select: {
        pilot: { select: { state: true, startedOn: true, startedPrecision: true } },
        city: { select: clockColumns },
      },
      resolve: (share) => countingOf(share.pilot, share),
    }),
  }),
});

builder.prismaNode("PilotEntry", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, pilot: visiblePilots(viewer) }),
  description: "An entry of a pilot's status log.",
  fields: (t) => ({
    enteredOn: t.expose("enteredOn", { type: "Date" }),
    stage: t.expose("stage", { type: enums.Stage }),
    language: t.exposeString("language"),
    text: t.exposeString("text"),
    nextMilestone: t.exposeString("nextMilestone", { nullable: true }),
    nextMilestoneOn: t.expose("nextMilestoneOn", { type: "Date", nullable: true }),
    onBehalf: t.exposeBoolean("onBehalf", { description: "True when the network wrote it for the city." }),
    demonstration: t.exposeBoolean("demonstration"),
  }),
});

export const updatePilotFields = builder.inputType("UpdatePilotInput", {
  description: "Fields left out stay as they are; null clears.",
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    language: t.string(),
    title: t.string(),
    purpose: t.string(),
    description: t.string(),
    activityType: t.field({ type: enums.ActivityType }),
    area: t.field({ type: enums.Area }),
    role: t.field({ type: enums.IctRole }),
    stage: t.field({ type: enums.Stage, description: "Forward only; a step back is told in the status log." }),
    started: t.field({ type: partialDateInput }),
    ended: t.field({ type: partialDateInput }),
    partners: t.stringList(),
    replicationConditions: t.string(),
    replicationCost: t.string(),
    replicationSkills: t.string(),
    licence: t.string(),
    impactCommunicated: t.string(),
    contactId: t.id({ description: "A contact of one of its cities." }),
    sources: t.field({ type: [sourceFields] }),
  }),
});

export const logEntryFields = builder.inputType("PilotEntryInput", {
  fields: (t) => ({
    enteredOn: t.field({ type: "Date", required: true, description: "Today or earlier." }),
    stage: t.field({ type: enums.Stage, required: true }),
    language: t.string({ required: true }),
    text: t.string({ required: true }),
    nextMilestone: t.string(),
    nextMilestoneOn: t.field({ type: "Date" }),
  }),
});
