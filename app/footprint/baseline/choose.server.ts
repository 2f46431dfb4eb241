import { data } from "react-router";
import { graphql, type VariablesOf } from "#app/api/documents.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { signInFirst } from "#app/identity/parts/next.ts";

export const CityBaselinesDocument = graphql(`
  query CityBaselines($slug: String!, $locale: String!) {
    viewer {
      id
    }
    factorSets {
      code
      title
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      language
      accessions {
        state
        signed {
          date
        }
        charterVersion {
          code
        }
      }
      charterCode
      footprint {
        viewerCan
        baselineOutdated
        plan {
          thresholdPercent
        }
        baseline {
          id
        }
        baselines {
          id
          state
          viewerCan
          factorSet {
            code
          }
          years {
            id
          }
          ...BaselineFacts
          ...BaselineHistory
        }
        years {
          year
          total {
            central
          }
          inventory {
            id
            revision
            perimeters
            tenures
            factorSet {
              code
              title
            }
          }
        }
      }
    }
  }
`);

export const ChooseBaselineDocument = graphql(`
  mutation ChooseBaseline($cityId: ID!, $input: ChooseBaselineInput!, $idempotencyKey: String) {
    chooseBaseline(cityId: $cityId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

type Args = Asker & { params: { slug: string } };

/** A city's baselines with the published years that one can be made of; 404 when the city is not visible. */
export async function cityBaselines(args: Args) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, city, factorSets } = await query(args, CityBaselinesDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { years, ...footprint } = city.footprint;
  const published = years.flatMap(({ year, total, inventory }) =>
    inventory && total ? [{ ...inventory, year, kg: total.central }] : [],
  );
  const signed = city.accessions.find(({ charterVersion }) => charterVersion.code === city.charterCode)?.signed.date;
  const signedYear = signed ? Number(signed.slice(0, 4)) : null;
  const { id, slug, name, language } = city;
  return { viewer, factorSets, city: { id, slug, name, language }, footprint, published, signedYear };
}

export type BaseYear = Awaited<ReturnType<typeof cityBaselines>>["published"][number];

/** For who is not signed in the door; for everybody else the page that says that this is not theirs. */
export function refuseReader(args: Asker, viewer: { id: string } | null): never {
  if (!viewer) throw signInFirst(args);
  throw data({ code: "FORBIDDEN" }, { status: 403 });
}

/** Chooses the first baseline; answers the mutation's union member. */
export async function chooseBaseline(asker: Asker, variables: VariablesOf<typeof ChooseBaselineDocument>) {
  return (await mutate(asker, ChooseBaselineDocument, variables)).chooseBaseline;
}
