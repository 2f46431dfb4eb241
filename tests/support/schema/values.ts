import { encodeGlobalID } from "@pothos/plugin-relay";
import {
  type DocumentNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type TypeNode,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** Makes plausible input from types and names alone, so that a new argument needs no new test. */

/** A place in the input that wants a value: `path` is "input.contactId", `owner` the type of the field it is an argument of. */
export type Place = { path: string; name: string; owner: string | null; optional: boolean };
/** Leaves an optional place out. */
export const omitted = Symbol("omitted");
/** Answers the value of a place, `omitted`, or undefined to leave it to the usual one. */
export type Choose = (place: Place, scalar: string) => unknown;

const words: Record<string, string> = {
  email: "someone.else@example.org",
  code: "123456",
  language: "fr",
  summaryLanguage: "fr",
  locale: "fr",
  country: "FR",
  currency: "EUR",
  costBand: "unknown",
  staffBand: "unknown",
  timeBand: "unknown",
  charterVersionCode: "2016",
  charterCode: "2016",
  indicatorCode: "energy_reduction_share",
  unitCode: "percent",
  category: "laptop",
  licence: "MIT",
  name: "A name",
  title: "A title",
  phone: "+33 1 23 45 67 89",
  slug: "nothing-of-that-name",
  standing: "signatory",
  state: "listed",
};

function text(name: string): string {
  if (/(url|website|link)$/i.test(name)) return "https://example.org/";
  return words[name] ?? words[name.replace(/s$/, "")] ?? "Some words that say enough.";
}

const scalars: Record<string, (name: string) => unknown> = {
  String: text,
  ID: () => encodeGlobalID("City", "00000000-0000-7000-8000-000000000000"),
  Int: (name) =>
    /year/i.test(name)
      ? 2024
      : name === "first"
        ? 20
        : name === "version" || name === "page"
          ? 1
          : name === "slot"
            ? 4
            : 2,
  Float: () => 1.5,
  Boolean: () => true,
  Date: () => "2026-11-02",
  DateTime: () => "2026-11-02T12:00:00.000Z",
  Decimal: () => "12.5",
};

/** A value for an input type; optional fields are filled too, unless `choose` omits them. */
export function valueFor(
  type: GraphQLInputType,
  about: Omit<Place, "optional">,
  choose: Choose,
  item = false,
): unknown {
  const place = { ...about, optional: !item && !isNonNullType(type) };
  return valueOf(isNonNullType(type) ? type.ofType : type, place, choose);
}

function valueOf(type: GraphQLInputType, place: Place, choose: Choose): unknown {
  if (isListType(type)) {
    const value = place.optional
      ? valueOf(getNamedType(type), place, choose)
      : valueFor(type.ofType, place, choose, true);
    return value === omitted ? omitted : [value];
  }
  const chosen = choose(place, getNamedType(type).name);
  if (chosen !== undefined) return chosen;
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const { owner } = place;
    const fields = Object.values(type.getFields());
    return given(
      fields.map(({ name, type: of }) => [name, valueFor(of, { path: `${place.path}.${name}`, name, owner }, choose)]),
    );
  }
  const make = scalars[type.name];
  if (!make)
    throw new Error(`tests/support/schema/values.ts does not know how to make a ${type.name} for ${place.path}.`);
  return make(place.name);
}

/** An object of what was not omitted. */
export function given(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== omitted));
}

/** Values for an operation's variables. A variable is known by the argument that it is given to. */
export function variablesFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  choose: Choose = () => undefined,
): Record<string, unknown> {
  const uses = new Map<string, { name: string; owner: string | null }>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Variable(node, _key, parent) {
        const argument = info.getArgument();
        const owner = nameOf(info.getFieldDef()?.type);
        const isUse =
          parent && !Array.isArray(parent) && (parent as { kind: string }).kind !== Kind.VARIABLE_DEFINITION;
        if (argument && isUse && !uses.has(node.name.value)) uses.set(node.name.value, { name: argument.name, owner });
      },
    }),
  );
  const variables: Record<string, unknown> = {};
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const name = variable.name.value;
      const of = inputType(schema, type);
      variables[name] = valueFor(of, { path: name, ...(uses.get(name) ?? { name, owner: null }) }, choose);
    }
  }
  return given(Object.entries(variables));
}

function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType {
  return typeFromAST(schema, node as never) as unknown as GraphQLInputType;
}

function nameOf(type: Parameters<typeof getNamedType>[0] | undefined): string | null {
  const named: GraphQLNamedType | undefined = type ? getNamedType(type) : undefined;
  return named?.name.replace(/Connection$/, "") ?? null;
}
