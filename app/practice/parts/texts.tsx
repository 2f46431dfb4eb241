import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { LanguageNote, PlainText, SummaryList } from "#app/ui/index.ts";
import type { PracticePage } from "../show.tsx";

type TranslatedName = "summary" | "problem" | "solution" | "wentWrong" | "conditions";
type OriginalName = "mayChange" | "mustNotChange";
export type TextName = TranslatedName | OriginalName;

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
export function textOf(practice: PracticePage, name: TextName): { text: string; lang: string } | null {
  const { reading, language } = practice;
  const read = isTranslated(name) ? reading[name] : null;
  if (read) return { text: read, lang: reading.language };
  const original = practice[name];
  return original ? { text: original, lang: language } : null;
}

/** One text of the practice; a gap is said in words, and so is a text that stayed in its original language. */
export function PracticeText({ practice, name }: { practice: PracticePage; name: TextName }) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const format = useFormats();
  const found = textOf(practice, name);
  if (!found) return <p>{t(name === "wentWrong" ? "show.wentWrongUnknown" : "show.notRecorded")}</p>;
  const elsewhere = found.lang !== practice.reading.language;
  return (
    <>
      {elsewhere ? <LanguageNote>{common("writtenIn", { language: format.language(found.lang) })}</LanguageNote> : null}
      <PlainText text={found.text} lang={found.lang} />
    </>
  );
}

/** Texts one below the other, each with its name. */
export function PracticeTexts({ practice, names }: { practice: PracticePage; names: readonly TextName[] }) {
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
