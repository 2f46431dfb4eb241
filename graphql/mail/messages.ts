import type { Topics } from "#graphql/kernel/jobs.ts";
import { words } from "#graphql/kernel/words.ts";
import type { Mail } from "./mailer.ts";

/** The sentences of the network's mails, in the recipient's language (locales/{locale}/mail.json). */
export function signInCodeMail(to: string, code: string, locale: string): Mail {
  const t = words(locale, "mail");
  return { to, locale, subject: t("signInCode.subject"), text: t("signInCode.text", { code, count: 10 }) };
}

const noticeKeys = {
  sign_off_wanted: "signOffWanted",
  changes_requested: "changesRequested",
  accepted: "accepted",
  refused: "refused",
  published: "published",
} as const satisfies Record<Topics["mail.notice"]["notice"], string>;

/** Tells a city's people what happened to their pilot, practice or inventory, or what is asked of them. */
export function noticeMail(
  to: string,
  { notice, kind, title }: Pick<Topics["mail.notice"], "notice" | "kind"> & { title: string },
  locale: string,
): Mail {
  const t = words(locale, "mail");
  const key = `notice.${kind}.${noticeKeys[notice]}`;
  return { to, locale, subject: t(`${key}.subject`, { title }), text: t(`${key}.text`, { title }) };
}
