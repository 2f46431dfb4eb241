import { actsOnBehalf, can } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { citySubject } from "#graphql/city/policy.ts";
import { pilotSubject, shareColumns } from "#graphql/pilot/policy.ts";
import { practiceSubject } from "#graphql/practice/policy.ts";

/** For whom a viewer acts whose right comes from a network role alone. */

builder.prismaObjectField("City", "viewerActsForIt", (t) =>
  t.boolean({
    description:
      "True where the viewer may change it for the network alone: what they do is marked as done for the city.",
    resolve: (city, _args, { viewer }) =>
      can(viewer, "city.update", citySubject(city)) && actsOnBehalf(viewer, citySubject(city)),
  }),
);

const description = "The city that the viewer acts for when they change it; null unless the network alone lets them.";

builder.prismaObjectField("Pilot", "viewerActsFor", (t) =>
  t.prismaField({
    type: "City",
    nullable: true,
    description,
    select: { cities: { select: shareColumns } },
    resolve: (query, pilot, _args, { prisma, viewer }) => {
      const subject = pilotSubject(pilot);
      const [lead] = subject.cityIds;
      const acts = lead && can(viewer, "pilot.update", subject) && actsOnBehalf(viewer, subject);
      return acts ? prisma.city.findUnique({ ...query, where: { id: lead } }) : null;
    },
  }),
);

builder.prismaObjectField("Practice", "viewerActsFor", (t) =>
  t.prismaField({
    type: "City",
    nullable: true,
    description,
    resolve: (query, practice, _args, { prisma, viewer }) => {
      const subject = practiceSubject(practice);
      const acts = can(viewer, "practice.update", subject) && actsOnBehalf(viewer, subject);
      return acts ? prisma.city.findUnique({ ...query, where: { id: practice.cityId } }) : null;
    },
  }),
);
