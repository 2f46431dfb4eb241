import { getRefFromModel, type PrismaObjectRef } from "@pothos/plugin-prisma";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder, type SchemaTypes } from "#graphql/kernel/builder.ts";
import { visibleCities, visibleContacts } from "../city/policy.ts";
import { toPartialDate } from "#graphql/kernel/dates.ts";
import { newestFirst, visibleReviews } from "#graphql/review/policy.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { partialDateType, sourcesOf, sourceType } from "#graphql/vocabulary/types.ts";
import { practiceActions, visiblePractices } from "./policy.ts";
import { missingToPublish } from "./rules.ts";
import { evidenceOf } from "#graphql/vocabulary/evidence.rules.ts";

type AllTypes = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type Models = SchemaTypes["PrismaTypes"];
/** The GraphQL type of a model that another room defines. */
export function modelRef<Name extends "City" | "Pilot" | "Result" | "Concept">(name: Name) {
  return getRefFromModel(name, builder) as unknown as PrismaObjectRef<AllTypes, Models[Name], Models[Name]["Shape"]>;
}

type PracticeReading = Pick<
  P.PracticeTranslationGetPayload<object>,
  "language" | "origin" | "title" | "summary" | "problem" | "solution" | "wentWrong" | "conditions"
> & {
  stale: boolean;
  availableLanguages: string[];
};

/** The texts for a reader of `locale`: the translation if there is one, else the original. */
function readingOf(
  practice: P.PracticeGetPayload<{ include: { translations: true } }>,
  locale: string,
): PracticeReading {
  const { translations, version } = practice;
  const translation = practice.language === locale ? null : translations.find(({ language }) => language === locale);
  const { language, title, summary, problem, solution, wentWrong, conditions } = translation ?? practice;
  return {
    language,
    title,
    summary,
    problem,
    solution,
    wentWrong,
    conditions,
    origin: translation?.origin ?? "original",
    stale: (translation?.sourceVersion ?? version) < version,
    availableLanguages: [...new Set([practice.language, ...translations.map((entry) => entry.language)])],
  };
}

const reading = builder.objectRef<PracticeReading>("PracticeReading").implement({
  description: "The practice's texts in one language: a translation where there is one, else the original.",
  fields: (t) => ({
    language: t.exposeString("language"),
    origin: t.field({ type: enums.TextOrigin, resolve: ({ origin }) => origin }),
    stale: t.boolean({
      description: "The original has changed since it was translated.",
      resolve: ({ stale }) => stale,
    }),
    title: t.exposeString("title"),
    summary: t.exposeString("summary", { nullable: true }),
    problem: t.exposeString("problem", { nullable: true }),
    solution: t.exposeString("solution", { nullable: true }),
    wentWrong: t.exposeString("wentWrong", { nullable: true }),
    conditions: t.exposeString("conditions", { nullable: true }),
    availableLanguages: t.stringList({ resolve: ({ availableLanguages }) => availableLanguages }),
  }),
});

export const practiceType = builder.prismaNode("Practice", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visiblePractices(viewer) }),
  description:
    "Something that a city did and others may repeat: the problem, the solution, what came of it and what went wrong.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    state: t.expose("state", { type: enums.PracticeState }),
    language: t.exposeString("language", { description: "The language of the original texts." }),
    title: t.exposeString("title"),
    summary: t.exposeString("summary", { nullable: true }),
    problem: t.exposeString("problem", { nullable: true }),
    solution: t.exposeString("solution", { nullable: true }),
    costBand: t.exposeString("costBand", { description: "Codes of the bands; `unknown` is a value of its own." }),
    staffBand: t.exposeString("staffBand"),
    timeBand: t.exposeString("timeBand"),
    mayChange: t.exposeString("mayChange", { nullable: true }),
    mustNotChange: t.exposeString("mustNotChange", { nullable: true }),
    wentWrong: t.exposeString("wentWrong", { nullable: true }),
    conditions: t.exposeString("conditions", { nullable: true }),
    reading: t.field({
      type: reading,
      args: { locale: t.arg.string({ required: true }) },
      select: { translations: { orderBy: { language: "asc" } } },
      resolve: (practice, { locale }) => readingOf(practice, locale),
    }),
    activityType: t.expose("activityType", { type: enums.ActivityType, nullable: true }),
    area: t.expose("area", { type: enums.Area, nullable: true }),
    role: t.expose("role", { type: enums.IctRole, nullable: true }),
    stage: t.expose("stage", { type: enums.Stage, nullable: true }),
    started: t.field({ type: partialDateType, resolve: (row) => toPartialDate(row.startedOn, row.startedPrecision) }),
    ended: t.field({ type: partialDateType, resolve: (row) => toPartialDate(row.endedOn, row.endedPrecision) }),
    partners: t.exposeStringList("partners"),
    sources: t.field({ type: [sourceType], resolve: ({ sources }) => sourcesOf(sources) }),
    fromLiterature: t.exposeBoolean("fromLiterature", { description: "Taken from public sources by the secretariat." }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    publishedOn: t.expose("publishedOn", { type: "Date", nullable: true }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    city: t.relation("city", { description: "The city that wrote it." }),
    places: t.field({
      type: [modelRef("City")],
      description: "The cities where it was done, as far as this viewer may see them.",
      select: (_args, { viewer }, nested) => ({
        places: {
          where: { city: visibleCities(viewer) },
          select: { city: nested() },
          orderBy: { city: { name: "asc" } },
        },
      }),
      resolve: ({ places }) => places.map(({ city }) => city),
    }),
    pilot: t.prismaField({
      type: "Pilot",
      nullable: true,
      description: "The pilot that it came from, if this viewer may see it.",
      resolve: (query, { pilotId }, _args, { prisma, viewer }) =>
        pilotId ? prisma.pilot.findFirst({ ...query, where: { id: pilotId, AND: visiblePilots(viewer) } }) : null,
    }),
    results: t.field({
      type: [modelRef("Result")],
      description: "Its own results, then those of its pilot.",
      select: (_args, { viewer }, nested) => ({
        results: { ...nested(), orderBy: { createdAt: "asc" } },
        pilot: {
          select: { results: { ...nested(), where: { pilot: visiblePilots(viewer) }, orderBy: { createdAt: "asc" } } },
        },
      }),
      resolve: ({ results, pilot }) => [...results, ...(pilot?.results ?? [])],
    }),
    evidence: t.field({
      type: enums.EvidenceLevel,
      nullable: true,
      description: "The strongest level among its results; null without any.",
      select: (_args, { viewer }) => ({
        results: { orderBy: { createdAt: "asc" } },
        pilot: { select: { results: { where: { pilot: visiblePilots(viewer) }, orderBy: { createdAt: "asc" } } } },
      }),
      resolve: ({ results, pilot }) => evidenceOf([...results, ...(pilot?.results ?? [])]),
    }),
    funding: t.relation("funding", { query: { orderBy: { id: "asc" } } }),
    scale: t.relation("scale", { query: { orderBy: { id: "asc" } } }),
    concepts: t.field({
      type: [modelRef("Concept")],
      select: (_args, _context, nested) => ({
        concepts: { select: { concept: nested() }, orderBy: { concept: { slug: "asc" } } },
      }),
      resolve: ({ concepts }) => concepts.map(({ concept }) => concept),
    }),
    contact: t.prismaField({
      type: "Contact",
      nullable: true,
      description: "Whom to call, if that person agreed to be shown.",
      resolve: (query, { contactId }, _args, { prisma, viewer }) =>
        contactId
          ? prisma.contact.findFirst({ ...query, where: { id: contactId, AND: visibleContacts(viewer) } })
          : null,
    }),
    reviews: t.relation("reviews", {
      description: "Newest first; for its own city and the network.",
      query: (_args, { viewer }) => ({
        where: visibleReviews(viewer),
        orderBy: [...newestFirst],
      }),
    }),
    missing: t.stringList({
      description: "What it still lacks to be published, in the order of its template.",
      select: { translations: { orderBy: { language: "asc" } } },
      resolve: (practice) => missingToPublish({ ...practice, texts: [practice, ...practice.translations] }),
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to it now.",
      resolve: (practice, _args, { viewer }) => practiceActions(viewer, practice),
    }),
  }),
});
