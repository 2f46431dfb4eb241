import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { contactInput, memberInput, updateCityInput } from "./input.ts";
import { citySubject, visibleCities, visibleContacts, visibleMemberships } from "./policy.ts";
import { addMember, removeContact, removeMember, saveContact, updateCity } from "./store.ts";

async function cityFor({ prisma, viewer }: Context, globalId: string) {
  const id = localId(globalId, "City");
  return found(await prisma.city.findFirst({ where: { id, AND: visibleCities(viewer) } }), "City");
}

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

builder.mutationField("updateCity", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    args: { id: t.arg.id({ required: true }), input: t.arg({ type: updateCityFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const city = await cityFor(context, args.id);
      authorize(context.viewer, "city.update", citySubject(city));
      const input = parse(updateCityInput, args.input);
      await context.prisma.$transaction((tx) => updateCity(tx, context, city.id, input));
      return context.prisma.city.findUniqueOrThrow({ ...query, where: { id: city.id } });
    },
  }),
);

const contactFields = builder.inputType("ContactInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    role: t.string(),
    email: t.string(),
    phone: t.string(),
    shown: t.boolean({ required: true, description: "True only if that person agreed to be shown to the public." }),
  }),
});

builder.mutationField("saveContact", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "Contact",
    errors: {},
    description: "Adds a contact to a city, or changes the one with `contactId`.",
    args: {
      cityId: t.arg.id({ required: true }),
      contactId: t.arg.id(),
      input: t.arg({ type: contactFields, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const city = await cityFor(context, args.cityId);
      authorize(viewer, "city.manage_contacts", citySubject(city));
      const contactId = args.contactId ? localId(args.contactId, "Contact") : null;
      if (contactId) found(await prisma.contact.findFirst({ where: { id: contactId, cityId: city.id } }), "Contact");
      const input = parse(contactInput, args.input);
      const id = await prisma.$transaction((tx) => saveContact(tx, context, { cityId: city.id, contactId }, input));
      return prisma.contact.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("removeContact", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const id = localId(args.id, "Contact");
      const contact = found(await prisma.contact.findFirst({ where: { id, AND: visibleContacts(viewer) } }), "Contact");
      authorize(viewer, "city.manage_contacts", { cityIds: [contact.cityId] });
      await prisma.$transaction((tx) => removeContact(tx, context, contact));
      return prisma.city.findUniqueOrThrow({ ...query, where: { id: contact.cityId } });
    },
  }),
);

const memberFields = builder.inputType("MemberInput", {
  fields: (t) => ({
    name: t.string({ required: true }),
    email: t.string({ required: true }),
    role: t.field({ type: enums.MemberRole, required: true }),
  }),
});

builder.mutationField("addMember", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "Membership",
    errors: {},
    args: { cityId: t.arg.id({ required: true }), input: t.arg({ type: memberFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const city = await cityFor(context, args.cityId);
      authorize(viewer, "city.manage_members", citySubject(city));
      const input = parse(memberInput, args.input);
      const id = await prisma.$transaction((tx) => addMember(tx, context, city.id, input));
      return prisma.membership.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("removeMember", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const id = localId(args.id, "Membership");
      const where = { id, AND: visibleMemberships(viewer) };
      const membership = found(await prisma.membership.findFirst({ where }), "Membership");
      authorize(viewer, "city.manage_members", { cityIds: [membership.cityId] });
      await prisma.$transaction((tx) => removeMember(tx, context, membership));
      return prisma.city.findUniqueOrThrow({ ...query, where: { id: membership.cityId } });
    },
  }),
);
