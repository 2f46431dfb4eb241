import { useTranslation } from "#app/i18n/words.ts";
import { formats } from "#app/i18n/format.ts";

type Props = { languages: readonly string[]; href: (language: string) => string };

/** Links to the same practice in the other languages that it can be read in, each named in its own. */
export function OtherLanguages({ languages, href }: Props) {
  const { t } = useTranslation("practice");
  if (languages.length === 0) return null;
  return (
    <p>
      {t("show.alsoIn")}{" "}
      {languages.map((language, index) => (
        <span key={language}>
          {index > 0 ? " · " : null}
          <a href={href(language)} hrefLang={language} lang={language}>
            {formats(language).language(language)}
          </a>
        </span>
      ))}
    </p>
  );
}
