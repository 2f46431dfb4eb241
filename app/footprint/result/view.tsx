import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { IntervalBar, Section } from "#app/ui/index.ts";
import { drawnEnds } from "./mass.ts";
import { Gaps } from "./gaps.tsx";
import { Improvements } from "./improvements.tsx";
import { useRangeWords } from "./range-words.ts";
import { CategoryGroups, ShareGroups } from "./groups.tsx";

export const ResultViewFragment = graphql(`
  fragment ResultView on InventoryResult {
    kwh
    complete
    qualityScore
    total {
      low
      central
      high
    }
    use {
      low
      central
      high
    }
    manufacture {
      low
      central
      high
    }
    gaps {
      category
      gap
      lines
    }
    byCategory {
      key
      lines
      share
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
    }
    byQuality {
      key
      lines
      share
      total {
        central
      }
    }
    byPerimeter {
      key
      lines
      share
      total {
        central
      }
    }
    improvements {
      category
      action
      width
    }
  }
`);

export type ViewedResult = ResultOf<typeof ResultViewFragment>;
export type ViewedEstimate = ViewedResult["total"];

type Props = { result: FragmentOf<typeof ResultViewFragment>; hrefOf?: (category: string) => string };

/** A result: total, use and manufacture with their ranges, what is unknown, and what it is made of. */
export function ResultView({ result: shown, hrefOf }: Props) {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const result = readFragment(ResultViewFragment, shown);
  const words = useRangeWords();
  const ends = [drawnEnds(result.total).high ?? drawnEnds(result.total).central * 1.5];
  const max = Math.max(...ends) * 1.05;
  return (
    <>
      <Section title={t("result.title")} intro={t("result.intro", { kwh: format.number(whole(result.kwh)) })}>
        {(["total", "use", "manufacture"] as const).map((part) => (
          <IntervalBar
            key={part}
            label={t(`result.${part}`)}
            {...drawnEnds(result[part])}
            max={max}
            text={words(result[part])}
          />
        ))}
        <p>{t("result.howToRead")}</p>
        {result.gaps.length > 0 ? <Gaps gaps={result.gaps} /> : null}
      </Section>
      <Section id="categories" title={t("result.byCategory")}>
        <CategoryGroups groups={result.byCategory} hrefOf={hrefOf} />
      </Section>
      <ShareGroups result={result} />
      {result.improvements.length > 0 ? (
        <Section title={t("result.improve")} intro={t("result.improveIntro")}>
          <Improvements list={result.improvements} />
        </Section>
      ) : null}
    </>
  );
}

function whole(kwh: string): string {
  return kwh.split(".")[0] ?? kwh;
}
