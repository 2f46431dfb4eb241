import { anonymous } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { networkRoleInput, profileInput, requestCodeInput, signInInput } from "./input.ts";
import { revokeSession, sessions, setNetworkRole, updateProfile, users, viewers } from "./store.ts";

// Who asks for a code, signs in or signs out has no row that a right could be judged on: better-auth keeps what they write.

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

mutationsOf(sessions, "session")("revokeSession", {
  description: "Ends one of the viewer's own sessions, at once.",
  answers: "User",
  action: "own",
  schema: nothing,
  run: revokeSession,
});

mutationsOf(viewers, "person", { by: null })("updateProfile", {
  description: "Changes the viewer's own name and language.",
  action: "own",
  args: builder.args((t) => ({ name: t.string({ required: true }), locale: t.string({ required: true }) })),
  schema: profileInput,
  run: updateProfile,
});

mutationsOf(users, "person", { by: "userId" })("setNetworkRole", {
  description: "Gives or takes a right over the whole network; administrators only, and one of them must remain.",
  action: "network.manage_roles",
  args: builder.args((t) => ({
    role: t.field({ type: enums.NetworkRoleName, required: true }),
    granted: t.boolean({ required: true }),
  })),
  schema: networkRoleInput,
  run: setNetworkRole,
});
