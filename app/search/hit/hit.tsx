import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { ResultList } from "#app/ui/index.ts";
import { HitOfPilot } from "./of-pilot.tsx";
import { CityHit } from "./city.tsx";
import { PilotHit } from "./pilot.tsx";
import { PracticeHit } from "./practice.tsx";
import { ResultHit } from "./result.tsx";
import { ToolHit } from "./tool.tsx";
import { SavedCarbon } from "./saved-carbon.tsx";

export const SearchHitFragment = graphql(`
  fragment SearchHitText on SearchHit {
    kind
    savedCarbonKg
    tellsOf {
      ...HitOfPilot
      slug
    }
    practice {
      ...HitPractice
    }
    pilot {
      ...HitPilot
      slug
    }
    result {
      ...HitResult
    }
    tool {
      ...HitTool
    }
    city {
      ...HitCity
    }
  }
`);

type Hit = FragmentOf<typeof SearchHitFragment>;

/** Hits as they are shown: a pilot whose practice is on the same page stands with it, as both tell of the same work. */
export function SearchHits({
  hits,
  label,
  start,
  carbon,
}: {
  hits: readonly Hit[];
  label: string;
  start?: number;
  carbon?: boolean;
}) {
  const read = hits.map((hit) => readFragment(SearchHitFragment, hit));
  const told = new Set(read.map(({ tellsOf }) => tellsOf?.slug));
  return (
    <ResultList label={label} start={start}>
      {hits.map((hit, index) =>
        told.has(read[index]?.pilot?.slug ?? "") ? null : <SearchResult key={index} hit={hit} carbon={carbon} />,
      )}
    </ResultList>
  );
}

/** One hit as its kind is shown; `carbon` where hits stand in the order of saved carbon, so that each shows its figure. */
function SearchResult(props: { hit: Hit; carbon?: boolean }) {
  const { practice, pilot, result, tool, city, tellsOf, savedCarbonKg } = readFragment(SearchHitFragment, props.hit);
  const more = props.carbon ? <SavedCarbon kg={savedCarbonKg} /> : null;
  if (practice)
    return (
      <PracticeHit
        practice={practice}
        more={
          <>
            {tellsOf ? <HitOfPilot pilot={tellsOf} /> : null}
            {more}
          </>
        }
      />
    );
  if (pilot) return <PilotHit pilot={pilot} more={more} />;
  if (result) return <ResultHit result={result} more={more} />;
  if (tool) return <ToolHit tool={tool} />;
  return city ? <CityHit city={city} /> : null;
}
