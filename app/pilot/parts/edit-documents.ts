import { graphql } from "#app/api/documents.ts";

export const PilotStepsFragment = graphql(`
  fragment PilotSteps on Pilot {
    __typename
    slug
    version
    state
    title
    purpose
    area
    role
    activityType
    stage
    started {
      date
      precision
    }
    ended {
      date
      precision
    }
    missing {
      code
      parts
      ...MissingList
    }
    concepts {
      slug
    }
    scale {
      kind
      value
      note
    }
    partners
    funding {
      programme
      amount
      currency
      note
    }
    replicationConditions
    replicationCost
    replicationSkills
    licence
    impactCommunicated
    contact {
      id
    }
  }
`);

export const PilotToEditDocument = graphql(`
  query PilotToEdit($slug: String!, $locale: String!) {
    pilot(slug: $slug) {
      id
      language
      description
      viewerCan
      ...PilotSteps
      ...PilotFacts
      reading(locale: $locale) {
        availableLanguages
      }
      cities {
        lead
        confirmed
        city {
          id
          slug
          name(locale: $locale)
          viewerCan
          contacts {
            id
            name
            role
            shown
          }
        }
      }
    }
  }
`);

export const UpdatePilotDocument = graphql(`
  mutation UpdatePilot($id: ID!, $input: UpdatePilotInput!) {
    updatePilot(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on Pilot {
        ...PilotSteps
      }
    }
  }
`);
