import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { HitCityFragment, CityHit } from "./hit-city.tsx";
import { HitPilotFragment, PilotHit } from "./hit-pilot.tsx";
import { HitPracticeFragment, PracticeHit } from "./hit-practice.tsx";
import { HitResultFragment, ResultHit } from "./hit-result.tsx";
import { HitToolFragment, ToolHit } from "./hit-tool.tsx";
import { SavedCarbon } from "./saved-carbon.tsx";

export const SearchHitFragment = graphql(
  `
    fragment SearchHitText on SearchHit {
      kind
      savedCarbonKg
      practice {
        ...HitPractice
      }
      pilot {
        ...HitPilot
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
  `,
  [HitCityFragment, HitPilotFragment, HitPracticeFragment, HitResultFragment, HitToolFragment],
);

/** One hit as its kind is shown; `carbon` where hits stand in the order of saved carbon, so that each shows its figure. */
export function SearchResult(props: { hit: FragmentOf<typeof SearchHitFragment>; carbon?: boolean }) {
  const { practice, pilot, result, tool, city, savedCarbonKg } = readFragment(SearchHitFragment, props.hit);
  const more = props.carbon ? <SavedCarbon kg={savedCarbonKg} /> : null;
  if (practice) return <PracticeHit practice={practice} more={more} />;
  if (pilot) return <PilotHit pilot={pilot} more={more} />;
  if (result) return <ResultHit result={result} more={more} />;
  if (tool) return <ToolHit tool={tool} />;
  return city ? <CityHit city={city} /> : null;
}
