import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { useLicence } from "#app/practice/tool/names.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { ResultItem } from "#app/ui/index.ts";
import { useCaption } from "./place.ts";
import { shorten } from "../find/words.ts";

export const HitToolFragment = graphql(`
  fragment HitTool on PracticeTool {
    kind
    title
    description
    language
    url
    host
    licence
    practice {
      slug
      city {
        name(locale: $locale)
        country
      }
      reading(locale: $locale) {
        title
        language
      }
    }
  }
`);

/** A tool with its kind and licence, where its link leads, and the practice that it comes from. */
export function ToolHit({ tool }: { tool: FragmentOf<typeof HitToolFragment> }) {
  const { t } = useTranslation("search");
  const { t: practices } = useTranslation("practice");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const licenceOf = useLicence();
  const captionOf = useCaption();
  const { kind, title, description, language, url, host, licence, practice } = readFragment(HitToolFragment, tool);
  return (
    <ResultItem
      level={3}
      href={link(`/practices/${practice.slug}#tools`)}
      title={title}
      lang={language}
      caption={captionOf(`${codes("kind.tool")} · ${codes(`toolKind.${kind}`)}`, practice.city)}
      foot={<TextLanguage language={language} />}
    >
      {description ? <p lang={language}>{shorten(description)}</p> : null}
      <p>
        {licence === "unknown"
          ? practices("tools.licenceUnknown")
          : practices("tools.licence", { licence: licenceOf(licence) })}{" "}
        · <a href={url}>{practices("tools.opens", { host })}</a>
      </p>
      <p>
        {t("hit.practice")}{" "}
        <a href={link(`/practices/${practice.slug}`)} lang={practice.reading.language}>
          {practice.reading.title}
        </a>
      </p>
    </ResultItem>
  );
}
