import { z } from "zod";
import { language, line, lines } from "#graphql/kernel/fields.ts";
import { longestQuery } from "../words.rules.ts";

const blankToNull = (text: string) => (text === "" ? null : text);

export const askNetworkInput = z.object({ words: line(longestQuery), question: lines(2000), locale: language });

/** The practice's slug, or the address of its page as it is copied from the browser. */
const practiceSlug = z
  .string()
  .max(500)
  .transform((text) => blankToNull(/\/practices\/([^/?#]+)/.exec(text)?.[1] ?? text.trim()))
  .nullish();

export const answerQuestionInput = z.object({ answer: lines(4000), locale: language.nullish(), practiceSlug });
