import { useTranslation } from "react-i18next";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { EvidenceTag } from "#app/practice/evidence.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { ResultItem, Tag, TagList } from "#app/ui/index.ts";
import { evidenceOf } from "#graphql/practice/rules.ts";
import { shorten } from "./words.ts";

export const SearchHitFragment = graphql(`
  fragment SearchHitText on SearchHit {
    kind
    practice {
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
    pilot {
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
  }
`);

type Hit = ResultOf<typeof SearchHitFragment>;

/** What both kinds of results show. */
function shownOf({ practice, pilot }: Hit) {
  if (practice) return { ...practice, path: `/practices/${practice.slug}`, text: practice.reading.summary };
  if (!pilot) return null;
  const city = (pilot.cities.find(({ lead }) => lead) ?? pilot.cities[0])?.city;
  return {
    ...pilot,
    path: `/pilots/${pilot.slug}`,
    text: pilot.reading.purpose,
    evidence: evidenceOf(pilot.results),
    city,
  };
}

/** One result: kind and place, title and a few words in their language, then what it is about and how well it is known. */
export function SearchResult({ hit: masked }: { hit: FragmentOf<typeof SearchHitFragment> }) {
  const hit = readFragment(SearchHitFragment, masked);
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const link = useLink();
  const shown = shownOf(hit);
  if (!shown) return null;
  const { reading, city, area, stage, evidence, text, language } = shown;
  const place = city ? ` · ${city.name}, ${format.country(city.country)}` : "";
  return (
    <ResultItem
      level={3}
      href={link(shown.path)}
      title={reading.title}
      lang={reading.language}
      caption={`${codes(`kind.${hit.kind}`)}${place}`}
      foot={
        <>
          <TagList>
            {area ? <Tag>{codes(`area.${area}`)}</Tag> : null}
            {stage ? <Tag>{codes(`stage.${stage}`)}</Tag> : null}
            <EvidenceTag level={evidence} />
          </TagList>
          <TextLanguage language={reading.language} original={language} origin={reading.origin} stale={reading.stale} />
        </>
      }
    >
      {text ? <p lang={reading.language}>{shorten(text)}</p> : null}
    </ResultItem>
  );
}
