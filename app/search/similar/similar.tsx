import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { ResultItem, ResultList } from "#app/ui/index.ts";
import { useCaption } from "../hit/place.ts";

export const SimilarPracticeFragment = graphql(`
  fragment SimilarPractice on SimilarPractice {
    sameArea
    sameRole
    concepts {
      slug
      label(locale: $locale)
    }
    practice {
      slug
      language
      area
      role
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
  }
`);

/** So many subjects in common tell why. */
const mostConcepts = 4;

type Similar = ResultOf<typeof SimilarPracticeFragment>;

/** Practices like this one, each with the reason: "also about: street lighting, LED". */
export function SimilarPractices({ practices }: { practices: readonly FragmentOf<typeof SimilarPracticeFragment>[] }) {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const captionOf = useCaption();
  const reasonOf = useReason();
  return (
    <ResultList label={t("similar.title")}>
      {readFragment(SimilarPracticeFragment, practices).map((similar) => {
        const { slug, reading, language, city } = similar.practice;
        return (
          <ResultItem
            key={slug}
            level={3}
            href={link(`/practices/${slug}`)}
            title={reading.title}
            lang={reading.language}
            caption={captionOf(codes("kind.practice"), city)}
            foot={
              <TextLanguage
                language={reading.language}
                original={language}
                origin={reading.origin}
                stale={reading.stale}
              />
            }
          >
            <p>{reasonOf(similar)}</p>
          </ResultItem>
        );
      })}
    </ResultList>
  );
}

function useReason(): (similar: Similar) => string {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  return ({ concepts, sameArea, sameRole, practice: { area, role } }) => {
    const labels = [...new Set(concepts.map(({ label }) => label))].slice(0, mostConcepts).join(", ");
    return [
      ...(labels ? [t("similar.concepts", { concepts: labels })] : []),
      ...(sameArea && area ? [t("similar.area", { area: codes(`area.${area}`) })] : []),
      ...(sameRole && role ? [t("similar.role", { role: codes(`role.${role}`) })] : []),
    ].join(" · ");
  };
}
