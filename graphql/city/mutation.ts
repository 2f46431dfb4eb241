import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { contactInput, memberInput, updateCityInput } from "./input.ts";
import * as store from "./store.ts";

const cityMutation = mutationsOf(store.cities, "city");
/** Mutations of what belongs to a city. */
const inCity = mutationsOf(store.cities, "city", { by: "cityId" });
const contactMutation = mutationsOf(store.contacts, "contact");
const memberMutation = mutationsOf(store.memberships, "membership");

const updateCityFields = builder.inputType("UpdateCityInput", {
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    summary: t.string(),
    summaryLanguage: t.string(),
    website: t.string(),
    department: t.string(),
    population: t.int(),
    populationYear: t.int(),
    populationSource: t.string(),
  }),
});

cityMutation("updateCity", {
  versionInInput: true,
  action: "city.update",
  args: builder.args((t) => ({ input: t.field({ type: updateCityFields, required: true }) })),
  schema: updateCityInput,
  run: store.updateCity,
});

const contactFields = builder.inputType("ContactInput", {
  fields: (t) => ({
    version: t.int({ description: "The version of the contact that the form showed; needed to change one." }),
    name: t.string({ required: true }),
    role: t.string(),
    email: t.string(),
    phone: t.string(),
    shown: t.boolean({ required: true, description: "True only if that person agreed to be shown to the public." }),
  }),
});

inCity("saveContact", {
  description: "Adds a contact to a city, or changes the one with `contactId`.",
  answers: "Contact",
  adds: true,
  action: "city.manage_contacts",
  args: builder.args((t) => ({ contactId: t.id(), input: t.field({ type: contactFields, required: true }) })),
  schema: contactInput,
  run: (tx, context, city, input, { contactId }) =>
    store.saveContact(tx, context, city, contactId == null ? null : localId(contactId as string, "Contact"), input),
});

contactMutation("removeContact", {
  answers: "City",
  action: "city.manage_contacts",
  schema: nothing,
  run: store.removeContact,
});

const memberFields = builder.inputType("MemberInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    role: t.field({ type: enums.MemberRole, required: true }),
  }),
});

inCity("addMember", {
  answers: "Membership",
  adds: true,
  action: "city.manage_members",
  args: builder.args((t) => ({ input: t.field({ type: memberFields, required: true }) })),
  schema: memberInput,
  run: store.addMember,
});

memberMutation("removeMember", {
  answers: "City",
  action: "city.manage_members",
  schema: nothing,
  run: store.removeMember,
});
