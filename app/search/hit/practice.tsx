import type { ReactNode } from "react";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { TextHit } from "./text.tsx";

export const HitPracticeFragment = graphql(`
  fragment HitPractice on Practice {
    slug
    area
    stage
    evidence
    language
    city {
      name(locale: $locale)
      country
    }
    reading(locale: $locale) {
      title
      summary
      language
      origin
      stale
    }
  }
`);

type Props = { practice: FragmentOf<typeof HitPracticeFragment>; more: ReactNode };

export function PracticeHit({ practice, more }: Props) {
  const { slug, city, reading, ...rest } = readFragment(HitPracticeFragment, practice);
  const shown = { ...rest, kind: "practice", path: `/practices/${slug}`, place: city, text: reading.summary } as const;
  return <TextHit {...shown} reading={reading} more={more} />;
}
