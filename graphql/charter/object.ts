import { builder } from "#graphql/kernel/builder.ts";
import {
  type DueDate,
  explanation,
  accessionChecklist,
  accessionState,
  type ChecklistItem,
  type ClockSentence,
} from "./rules.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { partialDateType, sourcesOf, sourceType } from "#graphql/vocabulary/types.ts";
import { toPartialDate } from "#graphql/kernel/dates.ts";
import { accessionActions, visibleAccessions } from "./policy.ts";
import { type CommitmentDeadline, clockInclude, clockOf, governing, stepsOf } from "./store.ts";

builder.prismaNode("CharterVersion", {
  id: { field: "id" },
  nullable: true,
  description: "One of the charter's texts: 2009, 2011 or 2016.",
  fields: (t) => ({
    code: t.exposeString("code"),
    year: t.exposeInt("year"),
    adoptedOn: t.field({ type: "Date", nullable: true, resolve: ({ adoptedOn }) => adoptedOn }),
    sources: t.field({ type: [sourceType], resolve: ({ sources }) => sourcesOf(sources) }),
    commitments: t.relation("commitments", { query: { orderBy: { position: "asc" } } }),
  }),
});

builder.prismaNode("Commitment", {
  id: { field: "id" },
  nullable: true,
  description: "What a charter text asks of a city, with the rules that give its deadline.",
  fields: (t) => ({
    kind: t.expose("kind", { type: enums.CommitmentKind }),
    quantity: t.exposeInt("quantity", { nullable: true }),
    percent: t.exposeInt("percent", { nullable: true }),
    replicable: t.exposeBoolean("replicable"),
    communicateImpact: t.exposeBoolean("communicateImpact"),
    rules: t.relation("rules", { query: { orderBy: { inForceFrom: "asc" } } }),
  }),
});

builder.prismaObject("DeadlineRule", {
  description: "A deadline rule and the day from which it is in force. Rules are added, never edited.",
  fields: (t) => ({
    inForceFrom: t.expose("inForceFrom", { type: "Date" }),
    type: t.expose("type", { type: enums.DeadlineRuleType }),
    wording: t.expose("wording", { type: enums.DeadlineWording }),
    date: t.expose("date", { type: "Date", nullable: true }),
    years: t.exposeInt("years", { nullable: true }),
  }),
});

const sentenceDate = builder.objectRef<{ name: string; due: DueDate }>("SentenceDate").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    date: t.field({ type: "Date", resolve: ({ due }) => due.date }),
    precision: t.field({ type: enums.DatePrecision, resolve: ({ due }) => due.precision }),
  }),
});

const sentence = builder.objectRef<ClockSentence>("ClockSentence").implement({
  description: "A sentence of the charter clock: `key` names it in locales/*/charter.json under `clock`.",
  fields: (t) => ({
    key: t.string({ resolve: ({ key }) => key }),
    charterCode: t.string({ resolve: ({ params }) => params.text }),
    count: t.int({ nullable: true, resolve: ({ params }) => params.count ?? null }),
    year: t.string({ nullable: true, resolve: ({ params }) => params.year ?? null }),
    dates: t.field({
      type: [sentenceDate],
      resolve: ({ dates }) => Object.entries(dates).map(([name, due]) => ({ name, due })),
    }),
  }),
});

const dueDate = builder.objectRef<DueDate>("DueDate").implement({
  description: "The last admissible day; a coarser precision means the last day that it can possibly be.",
  fields: (t) => ({
    date: t.field({ type: "Date", resolve: ({ date }) => date }),
    precision: t.field({ type: enums.DatePrecision, resolve: ({ precision }) => precision }),
  }),
});

export const commitmentDeadline = builder.objectRef<CommitmentDeadline>("CommitmentDeadline").implement({
  description: "One hand of the charter clock: a commitment, its deadline, and the sentences that explain it.",
  fields: (t) => ({
    kind: t.field({ type: enums.CommitmentKind, resolve: ({ commitment }) => commitment.kind }),
    charterCode: t.exposeString("charterCode"),
    status: t.string({ description: "none, unknown or known.", resolve: ({ deadline }) => deadline.status }),
    due: t.field({
      type: dueDate,
      nullable: true,
      resolve: ({ deadline }) => (deadline.status === "known" ? deadline.due : null),
    }),
    daysLeft: t.int({
      nullable: true,
      resolve: ({ deadline }) => (deadline.status === "known" ? deadline.daysLeft : null),
    }),
    overdue: t.boolean({ resolve: ({ deadline }) => deadline.status === "known" && deadline.overdue }),
    sentences: t.field({
      type: [sentence],
      resolve: ({ deadline, charterCode }) => explanation(deadline, charterCode),
    }),
  }),
});

const checklistItem = builder.objectRef<ChecklistItem>("ChecklistItem").implement({
  description: "One of the seven steps of joining, with what it still lacks.",
  fields: (t) => ({
    step: t.string({ resolve: ({ step }) => step }),
    position: t.exposeInt("position"),
    status: t.string({ description: "done, incomplete or missing.", resolve: ({ status }) => status }),
    on: t.field({ type: partialDateType, nullable: true, resolve: ({ on }) => on }),
    missing: t.field({ type: ["String"], resolve: ({ missing }) => missing }),
  }),
});

builder.prismaNode("Ceremony", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, accession: visibleAccessions(viewer) }),
  description: "A ceremony around a signature. Its date never counts for a deadline.",
  fields: (t) => ({
    on: t.field({ type: partialDateType, resolve: ({ heldOn, precision }) => toPartialDate(heldOn, precision) }),
    place: t.exposeString("place", { nullable: true }),
    kind: t.expose("kind", { type: enums.CeremonyKind }),
    note: t.exposeString("note", { nullable: true }),
  }),
});

builder.prismaNode("AccessionDocument", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, accession: visibleAccessions(viewer) }),
  description: "A document of an accession: where it is kept, or the words that say where it is filed.",
  fields: (t) => ({
    kind: t.expose("kind", { type: enums.DocumentKind }),
    title: t.exposeString("title"),
    url: t.exposeString("url", { nullable: true }),
    receivedOn: t.expose("receivedOn", { type: "Date", nullable: true }),
  }),
});

builder.prismaObject("Extension", {
  description: "A later deadline granted by the secretariat; only ever added.",
  fields: (t) => ({
    commitment: t.expose("commitment", { type: enums.CommitmentKind }),
    newDate: t.expose("newDate", { type: "Date" }),
    reason: t.exposeString("reason"),
    decidedOn: t.expose("decidedOn", { type: "Date" }),
  }),
});

builder.prismaNode("Accession", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleAccessions(viewer) }),
  description: "A city's way into one charter text, from first interest to the public list.",
  fields: (t) => ({
    state: t.string({ resolve: (accession) => accessionState(stepsOf(accession)) }),
    city: t.relation("city"),
    charterVersion: t.relation("charterVersion"),
    versionInferred: t.exposeBoolean("versionInferred"),
    interestedOn: t.expose("interestedOn", { type: "Date", nullable: true }),
    councilDecided: t.field({
      type: partialDateType,
      resolve: (row) => toPartialDate(row.councilDecidedOn, row.councilPrecision),
    }),
    applicationReceivedOn: t.expose("applicationReceivedOn", { type: "Date", nullable: true }),
    signed: t.field({
      type: partialDateType,
      resolve: (row) => toPartialDate(row.signedOn, row.signedPrecision, row.signedNotLaterThan),
    }),
    signatoryName: t.exposeString("signatoryName", { nullable: true }),
    signatoryRole: t.exposeString("signatoryRole", { nullable: true }),
    documentsCompleteOn: t.expose("documentsCompleteOn", { type: "Date", nullable: true }),
    listedOn: t.expose("listedOn", { type: "Date", nullable: true }),
    renewedOn: t.expose("renewedOn", { type: "Date", nullable: true }),
    withdrawnOn: t.expose("withdrawnOn", { type: "Date", nullable: true }),
    lapsedOn: t.expose("lapsedOn", { type: "Date", nullable: true }),
    groupName: t.exposeString("groupName", { nullable: true }),
    groupSize: t.exposeInt("groupSize", { nullable: true }),
    groupMembers: t.exposeStringList("groupMembers"),
    note: t.exposeString("note", { nullable: true }),
    sources: t.field({ type: [sourceType], resolve: ({ sources }) => sourcesOf(sources) }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    ceremonies: t.relation("ceremonies", { query: { orderBy: [{ heldOn: "asc" }, { id: "asc" }] } }),
    documents: t.relation("documents", { query: { orderBy: { id: "asc" } } }),
    extensions: t.relation("extensions", { query: { orderBy: { decidedOn: "asc" } } }),
    checklist: t.field({
      type: [checklistItem],
      select: { ceremonies: true, documents: true },
      resolve: (row) => accessionChecklist(stepsOf(row), row.documents),
    }),
    clock: t.field({
      type: [commitmentDeadline],
      select: clockInclude,
      resolve: (row, _args, { clock }) => clockOf(row, clock.today()),
    }),
    viewerCan: t.field({
      type: [actionEnum],
      resolve: (row, _args, { viewer }) => accessionActions(viewer, row.cityId, accessionState(stepsOf(row))),
    }),
  }),
});

builder.prismaObjectFields("City", (t) => ({
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
}));
