import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { ResultsFragment } from "#app/pilot/result/results.tsx";
import { useResultWords } from "#app/pilot/result/view.tsx";
import { EvidenceTag } from "#app/practice/parts/evidence.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { ResultItem } from "#app/ui/index.ts";
import { leadOf, useCaption } from "./place.ts";

export const HitResultFragment = graphql(`
  fragment HitResult on Result {
    ...Results
    practice {
      slug
      language
      city {
        name(locale: $locale)
        country
      }
      reading(locale: $locale) {
        title
        language
        origin
        stale
      }
    }
    pilot {
      slug
      language
      cities {
        lead
        city {
          name(locale: $locale)
          country
        }
      }
      reading(locale: $locale) {
        title
        language
        origin
        stale
      }
    }
  }
`);

type Props = { result: FragmentOf<typeof HitResultFragment>; more: ReactNode };

/** A figure with its period and evidence, and what it is a result of. A target says so before all else. */
export function ResultHit({ result, more }: Props) {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  const { t: indicators } = useTranslation("indicators");
  const { t: pilots } = useTranslation("pilot");
  const link = useLink();
  const words = useResultWords();
  const captionOf = useCaption();
  const { practice, pilot, ...masked } = readFragment(HitResultFragment, result);
  const figure = readFragment(ResultsFragment, masked);
  const parent = practice ?? pilot;
  if (!parent) return null;
  const path = practice ? `/practices/${practice.slug}` : `/pilots/${parent.slug}`;
  const place = practice ? practice.city : pilot ? leadOf(pilot.cities) : undefined;
  const { reading, language } = parent;
  const said = { indicator: indicators(figure.indicator.code), value: words.whole(figure) };
  const change = figure.unit.symbol === "%" && figure.direction !== "level";
  const title = t(change ? "hit.change" : "hit.figure", { ...said, direction: words.direction(figure) });
  return (
    <ResultItem
      level={3}
      href={link(`${path}#results`)}
      title={
        figure.achieved ? title : t("hit.hopedFigure", { level: codes(`evidence.${figure.evidence}`), figure: title })
      }
      caption={captionOf(figure.achieved ? codes("kind.result") : t("hit.hoped"), place)}
      foot={
        <>
          <EvidenceTag level={figure.evidence} />
          <TextLanguage language={reading.language} original={language} origin={reading.origin} stale={reading.stale} />
        </>
      }
    >
      <p>
        {[words.direction(figure), words.span(figure), words.period(figure) ?? pilots("results.period.none")].join(
          " · ",
        )}
      </p>
      <p>
        {t(practice ? "hit.practice" : "hit.pilot")}{" "}
        <a href={link(path)} lang={reading.language}>
          {reading.title}
        </a>
      </p>
      {more}
    </ResultItem>
  );
}
