import { useTranslation } from "#app/i18n/words.ts";
import { LanguageNote } from "#app/ui/index.ts";
import { useFormats } from "./i18n/format.ts";

type Props = {
  /** The language of the text as shown. */
  language: string;
  /** The language it was written in, when the text shown is a translation. */
  original?: string;
  origin?: "original" | "human" | "machine" | "machine_reviewed";
  stale?: boolean;
};

/** Says in which language a text is shown, and why, when that is not simply the page's own. */
export function TextLanguage({ language, original, origin = "original", stale = false }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormats();
  if (origin !== "original") {
    const from = format.language(original ?? language);
    return (
      <LanguageNote>{`${t(`translated.${origin}`, { language: from })}${stale ? ` ${t("translated.stale")}` : ""}`}</LanguageNote>
    );
  }
  return language === i18n.language ? null : (
    <LanguageNote>{t("writtenIn", { language: format.language(language) })}</LanguageNote>
  );
}
