import type { FacetName } from "../engine.rules.ts";
import type { News } from "./news.store.ts";
import { type Cadence, mostListed, pathOf, type SearchCriteria } from "./rules.ts";
import { words } from "#graphql/kernel/words.ts";
import type { Mail } from "#graphql/mail/mailer.ts";

/** `site` is the portal's address with the reader's language: https://quintet.example/fr. */
type Reader = { email: string; locale: string; site: string };
type SearchToMail = SearchCriteria & { city: string | null; cadence: Exclude<Cadence, "none">; token: string };

const longestSubject = 90;
const longestSummary = 220;

/** Tells what is new for a saved search: the first ten, how many more, and how to end these mails. */
export function savedSearchMail({ email, locale, site }: Reader, saved: SearchToMail, news: readonly News[]): Mail {
  const t = words(locale, "mail");
  const codes = words(locale, "codes");
  const count = news.length;
  const search = inWords(saved, locale);
  const unsubscribe = `${site}/unsubscribe/${saved.token}`;
  const listed = news
    .slice(0, mostListed)
    .map(({ kind, title, place, summary, path }) =>
      [
        line(title),
        [codes(`kind.${kind}`), place].filter(Boolean).join(" · "),
        ...(summary ? [shortened(line(summary), longestSummary)] : []),
        site + path,
      ].join("\n"),
    );
  const all = site + pathOf(saved);
  const more = count - listed.length;
  const parts = [
    t("saved.intro", { count, search }),
    ...listed,
    more > 0 ? t("saved.more", { count: more, link: all }) : t("saved.all", { link: all }),
    t(`saved.why.${saved.cadence}`),
    `${t("saved.change", { link: `${site}/account/searches` })}\n${t("saved.stop", { link: unsubscribe })}`,
  ];
  const subject = t("saved.subject", { count, search: shortened(search, longestSubject) });
  return { to: email, locale, subject, text: parts.join("\n\n"), unsubscribe };
}

/** The search as its owner would say it: the words, then what was chosen, in the reader's language. */
function inWords({ words: typed, filters, like, city }: SearchToMail, locale: string): string {
  const t = words(locale, "mail");
  const finder = words(locale, "search");
  const chosen = Object.entries(filters).map(([name, values]) =>
    finder("saved.chosen", {
      group: finder(`facet.${name}`),
      values: values.map((value) => labelOf(name as FacetName, value, locale)).join(", "),
    }),
  );
  const parts = [
    ...(typed ? [t("saved.words", { words: typed })] : []),
    ...chosen,
    ...(like ? [t("saved.like", { city: city ?? like })] : []),
  ];
  return parts.length > 0 ? parts.join("; ") : t("saved.everything");
}

function labelOf(name: FacetName, value: string, locale: string): string {
  const named = (type: "region" | "language") => new Intl.DisplayNames([locale], { type }).of(value) ?? value;
  if (name === "country") return named("region");
  if (name === "language" || name === "cityLanguage") return named("language");
  return words(locale, "codes")(`${name}.${value}`, { defaultValue: value });
}

/** A text of several lines as one. */
function line(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
}
