import { builder } from "#graphql/kernel/builder.ts";
import type { KeptMail } from "../mail/mailer.ts";
import { demonstrationAccount } from "./object.ts";
import { visibleUsers } from "./policy.ts";

builder.queryField("viewer", (t) =>
  t.prismaField({
    type: "User",
    nullable: true,
    description: "Who asks; null when nobody is signed in.",
    resolve: (query, _root, _args, { prisma, viewer }) =>
      viewer.userId ? prisma.user.findUnique({ ...query, where: { id: viewer.userId } }) : null,
  }),
);

builder.queryField("people", (t) =>
  t.prismaConnection({
    type: "User",
    cursor: "id",
    description: "Accounts that this viewer may see: all of them for an administrator, else the viewer's own.",
    args: { search: t.arg.string({ description: "Part of the name or of the e-mail address." }) },
    resolve: (query, _root, { search }, { prisma, viewer }) => {
      const contains = search?.trim();
      const like = { contains, mode: "insensitive" as const };
      const matching = contains ? { OR: [{ name: like }, { email: like }] } : {};
      return prisma.user.findMany({
        ...query,
        where: { AND: [visibleUsers(viewer), matching] },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      });
    },
  }),
);

builder.queryField("demonstrationAccounts", (t) =>
  t.prismaField({
    type: [demonstrationAccount],
    description: "The accounts of a demonstration network; empty in any other.",
    resolve: (query, _root, _args, { prisma, demonstration }) =>
      demonstration
        ? prisma.user.findMany({ ...query, where: { demonstration: true }, orderBy: { email: "asc" }, take: 50 })
        : [],
  }),
);

const keptMail = builder.objectRef<KeptMail>("KeptMail").implement({
  description: "A mail that a demonstration network kept instead of sending it.",
  fields: (t) => ({
    to: t.exposeString("to"),
    subject: t.exposeString("subject"),
    text: t.exposeString("text"),
    language: t.exposeString("locale"),
    sentAt: t.field({ type: "DateTime", resolve: ({ sentAt }) => sentAt }),
  }),
});

builder.queryField("keptMail", (t) =>
  t.field({
    type: [keptMail],
    description: "The newest 30 mails of a demonstration network; empty in any other.",
    resolve: async (_root, _args, { mailer, demonstration }) =>
      demonstration ? (await mailer.kept()).slice(0, 30) : [],
  }),
);
