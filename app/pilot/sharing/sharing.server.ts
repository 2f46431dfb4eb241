import { data, redirect } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";

export const PilotSharingDocument = graphql(`
  query PilotSharing($slug: String!, $locale: String!) {
    viewer {
      id
    }
    pilot(slug: $slug) {
      id
      version
      slug
      title
      language
      viewerCan
      cities {
        ...PilotCities
        confirmed
        slot
        city {
          id
          slug
          name(locale: $locale)
          viewerCan
          slots {
            slot
            state
          }
        }
      }
    }
  }
`);

export const InviteCityDocument = graphql(`
  mutation InviteCity($id: ID!, $version: Int!, $cityId: ID!) {
    inviteCity(id: $id, version: $version, cityId: $cityId) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

export const JoinPilotDocument = graphql(`
  mutation JoinPilot($id: ID!, $version: Int!, $cityId: ID!, $slot: Int!) {
    joinPilot(id: $id, version: $version, cityId: $cityId, slot: $slot) {
      __typename
      ...Refusal
      ... on City {
        slug
      }
    }
  }
`);

export const DeclinePilotDocument = graphql(`
  mutation DeclinePilot($id: ID!, $version: Int!, $cityId: ID!) {
    declinePilot(id: $id, version: $version, cityId: $cityId) {
      __typename
      ...Refusal
      ... on City {
        slug
      }
    }
  }
`);

export const MoveSlotDocument = graphql(`
  mutation MoveSlot($id: ID!, $version: Int!, $cityId: ID!, $slot: Int!) {
    moveSlot(id: $id, version: $version, cityId: $cityId, slot: $slot) {
      __typename
      ...Refusal
      ... on City {
        slug
      }
    }
  }
`);

export type SharedPilot = NonNullable<ResultOf<typeof PilotSharingDocument>["pilot"]>;

/** The pilot for the people of its cities and of those invited; 404 when it is not visible, 403 for anyone else. */
export async function pilotToShare(args: Asker & { params: { slug: string } }): Promise<SharedPilot> {
  const { locale } = args.context.get(servicesContext);
  const { pilot, viewer } = await query(args, PilotSharingDocument, { slug: args.params.slug, locale });
  if (!pilot) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const isInvited = pilot.cities.some(({ confirmed, city }) => !confirmed && city.viewerCan.includes("pilot_join"));
  const may = (["pilot_invite_city", "pilot_log"] as const).some((action) => pilot.viewerCan.includes(action));
  if (may || isInvited) return pilot;
  if (viewer) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const { pathname, search } = new URL(args.request.url);
  throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
}

type Share = { id: string; version: number; cityId: string; slot: number };

/** Invites, joins, declines or moves to another slot as the button says; null when it was done. */
export async function changeShare(
  asker: Asker,
  intent: string,
  { slot, ...share }: Share,
): Promise<FormProblem | null> {
  switch (intent) {
    case "invite":
      return outcome((await mutate(asker, InviteCityDocument, share)).inviteCity).problem;
    case "join":
      return outcome((await mutate(asker, JoinPilotDocument, { ...share, slot })).joinPilot).problem;
    case "move":
      return outcome((await mutate(asker, MoveSlotDocument, { ...share, slot })).moveSlot).problem;
    case "decline":
      return outcome((await mutate(asker, DeclinePilotDocument, share)).declinePilot).problem;
    default:
      return { issues: [], conflict: null };
  }
}
