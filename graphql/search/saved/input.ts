import { z } from "zod";
import { interfaceLanguages } from "#graphql/kernel/languages.ts";
import { readFilters } from "../find/input.ts";
import { likeReasons } from "../like/rules.ts";
import { longestQuery } from "../words.rules.ts";
import { cadences } from "./rules.ts";

const mostWithout = 20;
const slug = /^[a-z0-9-]{1,80}$/;

/** The words as the finder reads them: on one line, and only their beginning. */
const words = z
  .string()
  .nullish()
  .transform((text) => {
    const line = (text ?? "")
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim();
    return Array.from(line).slice(0, longestQuery).join("").trim();
  });

const facets = z
  .record(z.string(), z.array(z.string()).nullish())
  .nullish()
  .transform((given) => readFilters(given ?? {}).filters);

/** A search as the finder's address has it. What does not exist is left out, as the finder does. */
export const savedSearchInput = z.object({
  words,
  filters: facets,
  without: z
    .array(z.string())
    .nullish()
    .transform((slugs) => [...new Set(slugs ?? [])].filter((one) => slug.test(one)).slice(0, mostWithout)),
  like: z
    .object({ city: z.string(), without: z.array(z.enum(likeReasons)).nullish() })
    .nullish()
    .transform((like) => (like && slug.test(like.city) ? like : null)),
  locale: z.enum(interfaceLanguages),
  cadence: z.enum(cadences),
});

export const cadenceInput = z.object({ cadence: z.enum(cadences) });

/** What cannot be a token is none. */
export const tokenInput = z.object({
  token: z.string().transform((text) => (/^[\w-]{1,100}$/.test(text) ? text : "")),
});
