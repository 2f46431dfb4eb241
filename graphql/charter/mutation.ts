import { type Aggregate, mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import type { InputFieldMap } from "@pothos/core";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import * as records from "./records.store.ts";
import { admitCity, candidates, updateAccession } from "./admission.store.ts";
import type { Action } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { partialDateInput } from "#graphql/vocabulary/types.ts";
import * as input from "./input.ts";
import { accessionActions } from "./policy.ts";
import { accessionState } from "./rules.ts";
import { accessions, type StoredAccession, stepsOf } from "./store.ts";

const accessionMutation = mutationsOf(accessions, "accession");

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]["fields"]>[0];
type AccessionChange<Schema extends z.ZodType> = {
  description: string;
  action: Action;
  adds?: true;
  versionInInput?: true;
  fields: (t: InputFields) => InputFieldMap;
  schema: Schema;
  run: (tx: Transaction, context: Context, owner: StoredAccession, input: z.output<Schema>) => Promise<void>;
};

/** A change of one accession, with an input type of its own. */
function accessionChange<Schema extends z.ZodType>(name: string, { fields, ...what }: AccessionChange<Schema>): void {
  const type = builder.inputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, { fields });
  accessionMutation(name, { ...what, args: builder.args((t) => ({ input: t.field({ type, required: true }) })) });
}

/** Takes away a row that belongs to an accession; answers the accession. */
function removal(
  name: string,
  noun: string,
  parts: Aggregate<records.AccessionPart>,
  remove: typeof records.removeCeremony,
): void {
  mutationsOf(parts, noun)(name, {
    answers: "Accession",
    action: "accession.update",
    schema: nothing,
    async run(tx, context, { id, accession }) {
      await remove(tx, context, accession, id);
      return accession.id;
    },
  });
}

const newCity = builder.inputType("NewCityInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    country: t.string({ required: true, description: "ISO 3166-1 alpha-2." }),
    type: t.field({ type: enums.CityType, required: true }),
    language: t.string({ required: true, description: "The language that the city writes in." }),
    namesake: t.boolean({
      description: "True if another city of the same name and country is already there and is not meant.",
    }),
    population: t.int(),
    populationYear: t.int(),
    populationSource: t.string(),
    latitude: t.float(),
    longitude: t.float(),
  }),
});

const admission = builder.inputType("AdmitCityInput", {
  fields: (t) => ({
    city: t.field({ type: newCity, description: "Only for a city that is new to the network." }),
    charterVersionCode: t.string({ required: true }),
    interestedOn: t.field({ type: "Date", description: "The day of the first contact." }),
  }),
});

mutationsOf(candidates, "city", { by: "cityId" })("admitCity", {
  description:
    "Opens the way into a charter text: for a new city, or for an existing one (`cityId`) that joins a newer text.",
  answers: "Accession",
  adds: true,
  action: "accession.admit",
  args: builder.args((t) => ({ cityId: t.id(), input: t.field({ type: admission, required: true }) })),
  schema: input.admitCityInput,
  run: admitCity,
});

accessionChange("updateAccession", {
  versionInInput: true,
  description:
    "Saves what the secretariat records: every date with its precision, who signed, the group, the charter text.",
  action: "accession.update",
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    charterVersionCode: t.string(),
    interestedOn: t.field({ type: "Date" }),
    councilDecided: t.field({ type: partialDateInput }),
    applicationReceivedOn: t.field({ type: "Date" }),
    signed: t.field({ type: partialDateInput }),
    signedNotLaterThan: t.field({
      type: "Date",
      description: "The last day it can have been, where a source says so.",
    }),
    signatoryName: t.string(),
    signatoryRole: t.string(),
    documentsCompleteOn: t.field({ type: "Date" }),
    listedOn: t.field({ type: "Date" }),
    renewedOn: t.field({ type: "Date" }),
    groupName: t.string({ description: "The group of municipalities that joins together." }),
    groupSize: t.int({ description: "How many municipalities, the signing city among them." }),
    groupMembers: t.stringList(),
    note: t.string(),
  }),
  schema: input.updateAccessionInput,
  run: (tx, context, { id }, parsed) => updateAccession(tx, context, id, parsed),
});

accessionChange("recordCouncilDecision", {
  versionInInput: true,
  description: "The city's own report of the day on which its council decided to join.",
  action: "accession.record_adoption",
  fields: (t) => ({
    version: t.int({ required: true }),
    councilDecided: t.field({ type: partialDateInput, required: true }),
  }),
  schema: input.councilDecisionInput,
  run(tx, context, accession, parsed) {
    const possible = accessionActions(context.viewer, accession.cityId, accessionState(stepsOf(accession)));
    if (!possible.includes("accession.record_adoption")) throw new Forbidden("not_in_this_state");
    return updateAccession(tx, context, accession.id, parsed);
  },
});

accessionChange("addCeremony", {
  description: "Records a ceremony that was held. Its date never counts for a deadline.",
  adds: true,
  action: "accession.update",
  fields: (t) => ({
    on: t.field({ type: partialDateInput, required: true }),
    kind: t.field({ type: enums.CeremonyKind, required: true }),
    place: t.string(),
    note: t.string(),
  }),
  schema: input.ceremonyInput,
  run: records.addCeremony,
});

accessionChange("addAccessionDocument", {
  description: "Records a document that the secretariat has received.",
  adds: true,
  action: "accession.update",
  fields: (t) => ({
    kind: t.field({ type: enums.DocumentKind, required: true }),
    title: t.string({ required: true }),
    url: t.string(),
    receivedOn: t.field({ type: "Date" }),
  }),
  schema: input.documentInput,
  run: records.addDocument,
});

removal("removeCeremony", "ceremony", records.ceremonies, records.removeCeremony);
removal("removeAccessionDocument", "document", records.documents, records.removeDocument);

accessionChange("grantExtension", {
  description: "Moves one deadline to a later day, with the reason. It can be moved again, but never back.",
  action: "accession.extend",
  fields: (t) => ({
    commitment: t.field({ type: enums.CommitmentKind, required: true }),
    newDate: t.field({ type: "Date", required: true }),
    reason: t.string({ required: true }),
    decidedOn: t.field({ type: "Date", required: true }),
  }),
  schema: input.extensionInput,
  run: records.grantExtension,
});

accessionChange("withdrawCity", {
  description: "Records that the city leaves. A reason is needed once it has signed.",
  action: "accession.withdraw",
  fields: (t) => ({ on: t.field({ type: "Date", required: true }), reason: t.string() }),
  schema: input.endingInput,
  run: (tx, context, owner, parsed) => records.endAccession(tx, context, owner, "withdraw", parsed),
});

accessionChange("lapseCity", {
  description: "Records that the network no longer counts the city as a signatory.",
  action: "accession.update",
  fields: (t) => ({ on: t.field({ type: "Date", required: true }), reason: t.string() }),
  schema: input.endingInput,
  run: (tx, context, owner, parsed) => records.endAccession(tx, context, owner, "lapse", parsed),
});

accessionChange("reinstateCity", {
  description: "Takes a withdrawal or a lapse back; the reason stays in the history.",
  action: "accession.reinstate",
  fields: (t) => ({ reason: t.string({ required: true }) }),
  schema: input.reinstatementInput,
  run: records.reinstateAccession,
});
