import { createHash } from "node:crypto";
import { data, redirect } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { textLanguages } from "#app/i18n/languages.ts";
import { localPath } from "#app/i18n/links.ts";

export const PracticeTranslationDocument = graphql(`
  query PracticeTranslation($slug: String!, $language: String!) {
    practice(slug: $slug) {
      id
      slug
      version
      language
      title
      summary
      problem
      solution
      wentWrong
      conditions
      viewerCan
      reading(locale: $language) {
        language
        origin
        stale
        title
        summary
        problem
        solution
        wentWrong
        conditions
      }
    }
  }
`);

type PracticeToTranslate = NonNullable<ResultOf<typeof PracticeTranslationDocument>["practice"]>;
export type TranslatedPractice = PracticeToTranslate & {
  existing: PracticeToTranslate["reading"] | null;
  seen: string;
};

/** The practice and its translation into the language of the address, if there is one; 404, 403 or the door for anyone else.
 *  `seen` names the texts as they stand: a form that was made from others is stale. */
export async function practiceToTranslate(
  args: Asker & { params: { slug: string; language: string } },
): Promise<TranslatedPractice> {
  const { locale, context } = args.context.get(servicesContext);
  const { slug, language } = args.params;
  const { practice } = await query(args, PracticeTranslationDocument, { slug, language });
  if (!practice || !textLanguages.includes(language) || language === practice.language)
    throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (practice.viewerCan.includes("practice_translate")) {
    const existing = practice.reading.language === language ? practice.reading : null;
    const seen = createHash("sha256").update(JSON.stringify(existing)).digest("base64url");
    return { ...practice, existing, seen };
  }
  if (context.viewer.userId) throw data({ code: "FORBIDDEN" }, { status: 403 });
  throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(new URL(args.request.url).pathname)}`);
}
