import { graphql, type ResultOf } from "#app/api/documents.ts";

export const FootprintLinesDocument = graphql(`
  query FootprintLines($id: ID!, $category: String, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Inventory {
        lines(first: $first, after: $after, category: $category) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              category
              label
              quantity
              tenure
              perimeter
              country
              energySource
              kwhPerYear
              embodiedKg
              embodiedSource
              lifetimeYears
              quality
              note
              gaps
              use {
                central
              }
              manufacture {
                central
              }
              total {
                low
                central
                high
              }
              energyFactor {
                value
                low
                high
              }
              embodiedFactor {
                value
                low
                high
              }
              lifetimeFactor {
                value
                low
                high
              }
            }
          }
        }
      }
    }
  }
`);

export const FootprintRestatedDocument = graphql(`
  query FootprintRestated($id: ID!, $set: String!) {
    node(id: $id) {
      ... on Inventory {
        result(factorSet: $set) {
          restated
          factorSet {
            code
          }
          total {
            low
            central
            high
          }
          gaps {
            category
            gap
            lines
          }
        }
      }
    }
  }
`);

type Node<Result extends { node: object | null }, Field extends string> = Extract<
  NonNullable<Result["node"]>,
  Record<Field, object>
>;

export type ListedLines = Node<ResultOf<typeof FootprintLinesDocument>, "lines">["lines"];
export type ListedLine = ListedLines["edges"][number]["node"];
export type RestatedResult = Node<ResultOf<typeof FootprintRestatedDocument>, "result">["result"];
