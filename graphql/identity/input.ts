import { interfaceLanguages } from "#graphql/kernel/languages.ts";
import { z } from "zod";
import { NetworkRoleName } from "#prisma/generated/client/enums.ts";
import { email, line } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";

const address = z.string().trim().toLowerCase().pipe(email);

export const requestCodeInput = z.object({ email: address });

/** The code as people paste it: spaces and hyphens do not matter. */
export const signInInput = z.object({
  email: address,
  code: z
    .string()
    .transform((code) => code.replaceAll(/[\s\u00a0-]/g, ""))
    .superRefine((code, ctx) => {
      if (code === "") ctx.addIssue(fault("required"));
      else if (!/^\d{6}$/.test(code)) ctx.addIssue(fault("six_digits"));
    }),
});

export const profileInput = z.object({ name: line(120), locale: z.enum(interfaceLanguages) });

export const networkRoleInput = z.object({ role: z.enum(NetworkRoleName), granted: z.boolean() });

export const coordinatorInput = z.object({ email: address, name: line(120) });
