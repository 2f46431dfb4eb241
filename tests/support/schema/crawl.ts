import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  astFromValue,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLObjectType,
  parse,
  print,
} from "graphql";
import { limits } from "#graphql/kernel/limits.ts";
import { type Choose, omitted, valueFor } from "./values.ts";

/** Questions that together read every field two objects deep, generated from the schema. */
export type Question = { title: string; query: string };

/** For every field of Query: each of its object's fields, with all scalars of what they hold. Where a slug or an id is wanted,
 *  each of these is tried. */
export function questions(
  schema: GraphQLSchema,
  tried: { slugs: readonly string[]; ids: readonly string[]; words: string },
): Question[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => name !== "node" && name !== "nodes",
  );
  return roots.flatMap((root) =>
    keysFor(root, tried).flatMap((key) => {
      const choose: Choose = ({ name, optional }, scalar) => {
        if (key && (name === "slug" || scalar === "ID")) return key;
        if (scalar === "String" && /^(words|query|text|q)$/.test(name)) return tried.words;
        return optional && !/^(first|locale)$/.test(name) ? omitted : undefined;
      };
      const head = `${root.name}${argumentsOf(root.args, choose)}`;
      const bodiesOf = (depth: number) => bodies(schema, getNamedType(root.type), choose, depth);
      const shallow = new Map(bodiesOf(0).map(({ name, body }) => [name, body]));
      return bodiesOf(1).map(({ name, body }) => {
        const deep = `{ ${head} ${body} }`;
        return {
          title: `${root.name} ${key ?? ""} ${name}`,
          query: affordable(schema, deep) ? deep : `{ ${head} ${shallow.get(name)} }`,
        };
      });
    }),
  );
}

function keysFor(
  { args }: GraphQLField<unknown, unknown>,
  { slugs, ids }: { slugs: readonly string[]; ids: readonly string[] },
): readonly (string | null)[] {
  if (args.some(({ name }) => name === "slug")) return slugs;
  return args.some(({ type }) => getNamedType(type).name === "ID") ? ids : [null];
}

function affordable(schema: GraphQLSchema, query: string): boolean {
  const { complexity, depth, breadth } = complexityFromQuery(parse(query), { schema, ctx: {}, variables: {} });
  return complexity <= limits.cost && depth <= limits.depth && breadth <= limits.breadth;
}

/** Selections of a type: its scalars, then each object field with what it holds. */
function bodies(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  choose: Choose,
  depth: number,
): { name: string; body: string }[] {
  if (isLeafType(type)) return [{ name: "", body: "" }];
  const connection = nodeOf(type);
  if (connection)
    return bodies(schema, connection, choose, depth).map(({ name, body }) => ({
      name,
      body: `{ edges { node ${body} } }`,
    }));
  if (isAbstractType(type)) {
    return schema.getPossibleTypes(type).flatMap((possible) =>
      bodies(schema, possible, choose, depth).map(({ name, body }) => ({
        name: `${possible.name} ${name}`,
        body: `{ __typename ... on ${possible.name} ${body} }`,
      })),
    );
  }
  if (!isObjectType(type)) return [];
  const plain = { name: "", body: `{ ${scalars(type, choose)} }` };
  return [
    plain,
    ...objects(type).map((field) => ({
      name: field.name,
      body: `{ __typename ${held(schema, field, choose, depth)} }`,
    })),
  ];
}

/** A field of an object with the scalars of what it holds, and of the objects in that. */
function held(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, choose: Choose, depth: number): string {
  const inner = (type: GraphQLNamedType, left: number): string => {
    const connection = nodeOf(type);
    if (connection) return `{ edges { node ${inner(connection, left)} } }`;
    if (isAbstractType(type))
      return `{ __typename ${schema
        .getPossibleTypes(type)
        .map((of) => `... on ${of.name} { ${id(of)} }`)
        .join(" ")} }`;
    if (!isObjectType(type)) return "";
    const deeper =
      left > 0
        ? objects(type).map(
            (of) => `${of.name}${argumentsOf(of.args, choose)} ${inner(getNamedType(of.type), left - 1)}`,
          )
        : [];
    return `{ ${scalars(type, choose)} ${deeper.join(" ")} }`;
  };
  return `${field.name}${argumentsOf(field.args, choose)} ${inner(getNamedType(field.type), depth)}`;
}

const id = (type: GraphQLObjectType) => (type.getFields().id ? "id" : "__typename");

function nodeOf(type: GraphQLNamedType): GraphQLNamedType | null {
  if (!isObjectType(type) || !type.name.endsWith("Connection")) return null;
  const edges = type.getFields().edges;
  const edge = edges ? getNamedType(edges.type) : null;
  const node = isObjectType(edge) ? edge.getFields().node : undefined;
  return node ? getNamedType(node.type) : null;
}

function scalars(type: GraphQLObjectType, choose: Choose): string {
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
  return ["__typename", ...leaves.map(({ name, args }) => `${name}${argumentsOf(args, choose)}`)].join(" ");
}

function objects(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => !isLeafType(getNamedType(field.type)));
}

function argumentsOf(args: readonly GraphQLArgument[], choose: Choose): string {
  const given = args.flatMap(({ name, type }) => {
    const value = valueFor(type, { path: name, name, owner: null }, choose);
    const ast = value === omitted ? null : astFromValue(value, type);
    return ast ? [`${name}: ${print(ast)}`] : [];
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}
