import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { EvidenceTag } from "#app/practice/parts/evidence.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { ResultItem, Tag, TagList } from "#app/ui/index.ts";
import type { EvidenceLevel } from "#graphql/vocabulary/evidence.rules.ts";
import { type HitPlace, useCaption } from "./place.ts";
import { shorten } from "../find/words.ts";

type Reading = {
  title: string;
  language: string;
  origin: "original" | "human" | "machine" | "machine_reviewed";
  stale: boolean;
};

type Props = {
  more: ReactNode;
  kind: "practice" | "pilot";
  path: string;
  place: HitPlace | undefined;
  reading: Reading;
  text: string | null;
  language: string;
  area: string | null;
  stage: string | null;
  evidence: EvidenceLevel | null;
};

/** Kind and place, title and a few words in their language, then what it is about and how well it is known. */
export function TextHit({ kind, path, place, reading, text, language, area, stage, evidence, more }: Props) {
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const captionOf = useCaption();
  return (
    <ResultItem
      level={3}
      href={link(path)}
      title={reading.title}
      lang={reading.language}
      caption={captionOf(codes(`kind.${kind}`), place)}
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
      {more}
    </ResultItem>
  );
}
