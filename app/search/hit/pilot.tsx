import type { ReactNode } from "react";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { evidenceOf } from "#graphql/vocabulary/evidence.rules.ts";
import { leadOf } from "./place.ts";
import { TextHit } from "./text.tsx";

export const HitPilotFragment = graphql(`
  fragment HitPilot on Pilot {
    slug
    area
    stage
    language
    results {
      evidence
    }
    cities {
      lead
      city {
        name(locale: $locale)
        country
      }
    }
    reading(locale: $locale) {
      title
      purpose
      language
      origin
      stale
    }
  }
`);

type Props = { pilot: FragmentOf<typeof HitPilotFragment>; more: ReactNode };

export function PilotHit({ pilot, more }: Props) {
  const { slug, cities, results, reading, ...rest } = readFragment(HitPilotFragment, pilot);
  const shown = { ...rest, kind: "pilot", path: `/pilots/${slug}`, text: reading.purpose } as const;
  return <TextHit {...shown} place={leadOf(cities)} evidence={evidenceOf(results)} reading={reading} more={more} />;
}
