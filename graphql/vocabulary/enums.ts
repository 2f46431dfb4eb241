import * as codeLists from "#prisma/generated/client/enums.ts";
import { type Action, actions } from "#graphql/kernel/authorization.ts";
import { builder, type SchemaTypes } from "#graphql/kernel/builder.ts";

type CodeLists = typeof codeLists;
type Enums = {
  readonly [Name in keyof CodeLists]: PothosSchemaTypes.EnumRef<
    PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
    CodeLists[Name][keyof CodeLists[Name]]
  >;
};

const descriptions: Partial<Record<string, string>> = {
  SearchCadence: "How often a saved search is mailed, when something new fits it.",
} satisfies Partial<Record<keyof CodeLists, string>>;

/** The code lists of the data as GraphQL enums of the same names; their labels are in locales/{locale}/codes.json. */
export const enums = Object.fromEntries(
  Object.entries<Record<string, string>>(codeLists).map(([name, codes]) => [
    name,
    builder.enumType(codes, { name, description: descriptions[name] }),
  ]),
) as Enums;

/** What a viewer may do, e.g. pilot_sign_off for the action "pilot.sign_off". */
export const actionEnum = builder.enumType("Action", {
  values: Object.fromEntries(
    actions.map((action): [string, { value: Action }] => [action.replace(".", "_"), { value: action }]),
  ),
});
