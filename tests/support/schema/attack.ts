import { type GraphQLField, isNonNullType } from "graphql";
import { publicTypes } from "./hidden-rows.ts";
import { type Choose, given, omitted, type Place, valueFor } from "./values.ts";

/** Calls of a mutation, generated from its arguments. */
export type Call = { title: string; document: string; variables: Record<string, unknown> };
export type Rows = Record<string, string>;

const outcome = `__typename
  ... on InvalidInput { issues { path code } } ... on NotFound { subject } ... on Forbidden { reason } ... on Conflict { currentVersion }`;

function call(field: GraphQLField<unknown, unknown>, title: string, choose: Choose): Call {
  const variables = given(
    field.args.map(({ name, type }) => [name, valueFor(type, { path: name, name, owner: null }, choose)]),
  );
  const declared = field.args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(", ");
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  const document = `mutation${declared ? `(${declared})` : ""} { ${field.name}${passed ? `(${passed})` : ""} { ${outcome} } }`;
  return { title, document, variables };
}

/** Every place of a mutation's input that takes an id, nested ones too. */
export function idPlaces(field: GraphQLField<unknown, unknown>): Place[] {
  const places: Place[] = [];
  call(field, "", (place, scalar) => {
    if (scalar === "ID") places.push(place);
    return undefined;
  });
  return places;
}

/** The type that a place's name speaks of: contactId, pilotIds; lineId, an InventoryLine. */
export function typeNamed({ name }: Place, rows: Rows): string | undefined {
  const stem = name.replace(/Ids?$/, "").toLowerCase();
  const types = Object.keys(rows);
  return (
    types.find((type) => stem.endsWith(type.toLowerCase())) ?? types.find((type) => type.toLowerCase().endsWith(stem))
  );
}

/** Names what everybody shares, such as a factor: there is no foreign one. */
const isPublic = ({ name }: Place) => publicTypes.some((type) => type.toLowerCase() === name.toLowerCase());

const typesAt = (place: Place, rows: Rows) => {
  const named = typeNamed(place, rows);
  return named ? [named] : Object.keys(rows);
};

/** Calls with nothing but foreign rows: one type for all places, then the named types with every type in the other places;
 *  each with all optional arguments and with none. */
export function foreignCalls(field: GraphQLField<unknown, unknown>, rows: Rows, types = Object.keys(rows)): Call[] {
  const tried = idPlaces(field).length > 0 ? types : [""];
  return tried.flatMap((type) => {
    const same: Choose = (_place, scalar) => (scalar === "ID" ? rows[type] : undefined);
    const fitting: Choose = (place, scalar) => (scalar === "ID" ? rows[typeNamed(place, rows) ?? type] : undefined);
    const bare: Choose = (place, scalar) => (place.optional ? omitted : fitting(place, scalar));
    const calls = [
      call(field, `${type} everywhere`, same),
      call(field, `${type} and what fits`, fitting),
      call(field, `${type}, only what is required`, bare),
    ];
    return distinct(calls);
  });
}

/** Whether a call can name rows of two cities: it has more places for ids than the one of what it changes. */
export function isMixable(field: GraphQLField<unknown, unknown>): boolean {
  const [first, ...others] = idPlaces(field);
  return first !== undefined && (others.length > 0 || first.path !== first.name);
}

/** Calls with one foreign row among own ones. */
export function mixedCalls(field: GraphQLField<unknown, unknown>, own: Rows, foreign: Rows): Call[] {
  const places = idPlaces(field).filter((place) => !isPublic(place));
  const main = places.find(
    (place) =>
      !typeNamed(place, own) && field.args.some(({ name, type }) => name === place.path && isNonNullType(type)),
  );
  const mainTypes = main ? Object.keys(own) : [""];
  const calls = places.flatMap((target) =>
    typesAt(target, foreign).flatMap((type) =>
      mainTypes.flatMap((mainType) => {
        const fitting: Choose = (place, scalar) => {
          if (scalar !== "ID") return undefined;
          if (place.path === target.path) return foreign[type];
          const fits = typeNamed(place, own) ?? mainType;
          return own[fits] ?? own.City;
        };
        const bare: Choose = (place, scalar) =>
          place.optional && !target.path.startsWith(place.path) ? omitted : fitting(place, scalar);
        const title = `${target.path} = foreign ${type}, ${main?.path ?? "rest"} = own ${mainType}`;
        return [call(field, title, fitting), call(field, `${title}, only what is required`, bare)];
      }),
    ),
  );
  return distinct(calls);
}

/** The call with own rows only: `mainType` where the name of a place tells nothing. */
export function ownCall(field: GraphQLField<unknown, unknown>, own: Rows, mainType: string, full: boolean): Call {
  return call(field, `own ${mainType}`, (place, scalar) => {
    if (!full && place.optional) return omitted;
    return scalar === "ID" ? own[typeNamed(place, own) ?? mainType] : undefined;
  });
}

function distinct(calls: Call[]): Call[] {
  const seen = new Set<string>();
  return calls.filter(({ variables }) => {
    const key = JSON.stringify(variables);
    return seen.has(key) ? false : seen.add(key);
  });
}
