import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { LanguageNote, PlainText, SummaryList } from "#app/ui/index.ts";

export const ReadTextsFragment = graphql(`
  fragment ReadTexts on Practice {
    language
    summary
    problem
    solution
    wentWrong
    conditions
    mayChange
    mustNotChange
    reading(locale: $reading) {
      summary
      problem
      solution
      wentWrong
      conditions
      language
    }
  }
`);

type Texts = FragmentOf<typeof ReadTextsFragment>;

type TranslatedName = "summary" | "problem" | "solution" | "wentWrong" | "conditions";
type OriginalName = "mayChange" | "mustNotChange";
type TextName = TranslatedName | OriginalName;

const translated: readonly string[] = [
  "summary",
  "problem",
  "solution",
  "wentWrong",
  "conditions",
] satisfies TranslatedName[];

function isTranslated(name: TextName): name is TranslatedName {
  return translated.includes(name);
}

/** A text in the language that is read, else in the original's; null when nobody wrote it. */
export function textOf(practice: Texts, name: TextName): { text: string; lang: string } | null {
  const texts = readFragment(ReadTextsFragment, practice);
  const { reading, language } = texts;
  const read = isTranslated(name) ? reading[name] : null;
  if (read) return { text: read, lang: reading.language };
  const original = texts[name];
  return original ? { text: original, lang: language } : null;
}

/** One text of the practice; a gap is said in words, and so is a text that stayed in its original language. */
export function PracticeText({ practice, name }: { practice: Texts; name: TextName }) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const format = useFormats();
  const { reading } = readFragment(ReadTextsFragment, practice);
  const found = textOf(practice, name);
  if (!found) return <p>{t(name === "wentWrong" ? "show.wentWrongUnknown" : "show.notRecorded")}</p>;
  const elsewhere = found.lang !== reading.language;
  return (
    <>
      {elsewhere ? <LanguageNote>{common("writtenIn", { language: format.language(found.lang) })}</LanguageNote> : null}
      <PlainText text={found.text} lang={found.lang} />
    </>
  );
}

/** Texts one below the other, each with its name. */
export function PracticeTexts({ practice, names }: { practice: Texts; names: readonly TextName[] }) {
  const { t } = useTranslation("practice");
  return (
    <SummaryList
      items={names.map((name) => ({
        term: t(`field.${name}`),
        value: <PracticeText practice={practice} name={name} />,
      }))}
    />
  );
}
