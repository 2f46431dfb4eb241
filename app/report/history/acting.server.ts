import { graphql } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";

export const ActingForPilotDocument = graphql(`
  query ActingForPilot($slug: String!, $locale: String!) {
    pilot(slug: $slug) {
      viewerActsFor {
        name(locale: $locale)
      }
    }
  }
`);

export const ActingForPracticeDocument = graphql(`
  query ActingForPractice($slug: String!, $locale: String!) {
    practice(slug: $slug) {
      viewerActsFor {
        name(locale: $locale)
      }
    }
  }
`);

export const ActingForCityDocument = graphql(`
  query ActingForCity($slug: String!, $locale: String!) {
    city(slug: $slug) {
      viewerActsForIt
      name(locale: $locale)
    }
  }
`);

/** Pages below a thing's own are where it is changed, but for these, which only show. */
const shown = /^(history|footprint(\/(baseline|baselines\/.*|\d{4}(\/(history|download\/.*))?))?)$/;

/** The name of the city that somebody of the network acts for on this page; null where nothing of a city is changed. */
export async function actingFor(asker: Asker): Promise<string | null> {
  const { locale, context } = asker.context.get(servicesContext);
  if (context.viewer.networkRoles.length === 0) return null;
  const { pathname } = new URL(asker.request.url);
  const [, room, slug = "", form = ""] = /^\/\w+\/(cities|pilots|practices)\/([^/]+)\/(.+?)\/?$/.exec(pathname) ?? [];
  if (!room || shown.test(form)) return null;
  const asked = { slug: decoded(slug), locale };
  if (room === "pilots") return (await query(asker, ActingForPilotDocument, asked)).pilot?.viewerActsFor?.name ?? null;
  if (room === "practices")
    return (await query(asker, ActingForPracticeDocument, asked)).practice?.viewerActsFor?.name ?? null;
  const { city } = await query(asker, ActingForCityDocument, asked);
  return city?.viewerActsForIt ? city.name : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
