import { wordsIn } from "./i18n/instance.ts";
import { isLocale, type Locale, preferredLocale } from "./i18n/locales.ts";
import styles from "./ui/styles.css?url";

const statuses = { foreignSite: 403, tooLarge: 413, unexpected: 500 } as const;

/** The language of an address, else the reader's best one. */
export function localeOf(request: Request): Locale {
  const [, first] = new URL(request.url).pathname.split("/");
  return isLocale(first) ? first : preferredLocale(request.headers.get("accept-language"));
}

/** Says in the reader's language why there is no page, where the portal's frame cannot be drawn: what was asked was refused
 *  before anyone looked who asks, or that look failed. Whoever wants no HTML gets the same words as text. */
export function plainProblem(request: Request, kind: keyof typeof statuses, requestId: string): Response {
  const locale = localeOf(request);
  const t = wordsIn(locale, "errors");
  const [title, text] = [t(`page.${kind}.title`), t(`page.${kind}.text`)];
  const reference = kind === "unexpected" ? t("page.reference", { id: requestId }) : null;
  const html = request.headers.get("accept")?.includes("text/html") ?? false;
  const body = html
    ? `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"/><title>${title} – Quintet</title>` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="stylesheet" href="${styles}"/>` +
      `</head><body><main><h1>${title}</h1><p>${text}</p>${reference ? `<p>${reference}</p>` : ""}` +
      `<p><a href="/${locale}">${t("page.home")}</a></p></main></body></html>`
    : `${[title, text, reference].filter(Boolean).join("\n")}\n`;
  const type = `text/${html ? "html" : "plain"}; charset=utf-8`;
  return new Response(body, { status: statuses[kind], headers: { "content-type": type, "content-language": locale } });
}
