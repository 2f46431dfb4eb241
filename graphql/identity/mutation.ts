import { anonymous, authorize, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId, localKey } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { profileInput, requestCodeInput, signInInput } from "./input.ts";
import { visibleSessions, visibleUsers } from "./policy.ts";
import { revokeSession, setNetworkRole, updateProfile } from "./store.ts";

const codeRequested = builder.objectRef<{ email: string }>("SignInCodeRequested").implement({
  description: "If the address has an account, a code is on its way to it. Nothing here tells whether it has one.",
  fields: (t) => ({ email: t.exposeString("email", { description: "The address in lower case." }) }),
});

builder.mutationField("requestSignInCode", (t) =>
  t.field({
    type: codeRequested,
    errors: {},
    description: "Sends a code for signing in by e-mail. Open to anyone; limited per address and per caller.",
    args: { email: t.arg.string({ required: true }) },
    resolve: async (_root, args, { signIn, caller }) => {
      const { email } = parse(requestCodeInput, args);
      const outcome = await signIn.requestCode(caller, email);
      if (outcome === "too_many") throw new InvalidInput([{ path: "email", code: "too_many_codes" }]);
      return { email };
    },
  }),
);

const signedIn = builder.objectRef<{ token: string; userId: string }>("SignedIn").implement({
  fields: (t) => ({
    token: t.exposeString("token", { description: "For API clients: send it as `Authorization: Bearer …`." }),
    viewer: t.prismaField({
      type: "User",
      resolve: (query, { userId }, _args, { prisma }) =>
        prisma.user.findUniqueOrThrow({ ...query, where: { id: userId } }),
    }),
  }),
});

builder.mutationField("signIn", (t) =>
  t.field({
    type: signedIn,
    errors: {},
    description: "Opens a session with the code from the mail. Browsers get a cookie, API clients use the token.",
    args: { email: t.arg.string({ required: true }), code: t.arg.string({ required: true }) },
    resolve: async (_root, args, context) => {
      const { email, code } = parse(signInInput, args);
      const answer = await context.signIn.verifyCode(context.caller, email, code);
      if (answer.outcome !== "signed_in") {
        throw new InvalidInput([
          { path: "code", code: answer.outcome === "wrong" ? "wrong_code" : "too_many_attempts" },
        ]);
      }
      context.setCookies.push(...answer.cookies);
      context.viewer = await viewerOf(context.prisma, answer.userId);
      return { token: answer.token, userId: answer.userId };
    },
  }),
);

const signedOut = builder.objectRef<{ done: boolean }>("SignedOut").implement({
  fields: (t) => ({ done: t.exposeBoolean("done") }),
});

builder.mutationField("signOut", (t) =>
  t.withAuth({ signedIn: true }).field({
    type: signedOut,
    errors: {},
    description: "Ends the session that asks.",
    resolve: async (_root, _args, context) => {
      context.setCookies.push(...(await context.signIn.signOut(context.caller)));
      context.viewer = anonymous;
      return { done: true };
    },
  }),
);

builder.mutationField("revokeSession", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "User",
    errors: {},
    description: "Ends one of the viewer's own sessions, at once.",
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const id = localId(args.id, "Session");
      const session = found(await prisma.session.findFirst({ where: { id, AND: visibleSessions(viewer) } }), "Session");
      await prisma.$transaction((tx) => revokeSession(tx, context, session));
      return prisma.user.findUniqueOrThrow({ ...query, where: { id: session.userId } });
    },
  }),
);

builder.mutationField("updateProfile", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "User",
    errors: {},
    description: "Changes the viewer's own name and language.",
    args: { name: t.arg.string({ required: true }), locale: t.arg.string({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const id = found(context.viewer.userId, "User");
      const input = parse(profileInput, args);
      await context.prisma.$transaction((tx) => updateProfile(tx, context, id, input));
      return context.prisma.user.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("setNetworkRole", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "User",
    errors: {},
    description: "Gives or takes a right over the whole network; administrators only, and one of them must remain.",
    args: {
      userId: t.arg.id({ required: true }),
      role: t.arg({ type: enums.NetworkRoleName, required: true }),
      granted: t.arg.boolean({ required: true }),
    },
    resolve: async (query, _root, { userId, role, granted }, context) => {
      const { prisma, viewer } = context;
      const id = localKey(userId, "User");
      found(await prisma.user.findFirst({ where: { id, AND: visibleUsers(viewer) } }), "User");
      authorize(viewer, "network.manage_roles", network);
      await prisma.$transaction((tx) => setNetworkRole(tx, context, { userId: id, role, granted }));
      return prisma.user.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
