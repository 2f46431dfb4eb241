import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { useLink } from "#app/i18n/links.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { Breadcrumbs, PageTitle, PlainText, Section, SummaryList } from "#app/ui/index.ts";
import { FactorTable } from "./factor/table.tsx";
import type { Route } from "./+types/factor-set.ts";

export const FactorSetDocument = graphql(`
  query FactorSet($code: String!) {
    factorSet(code: $code) {
      code
      title
      publisher
      version
      publicationYear
      licence
      sourceTitle
      sourceUrl
      note
      isDefault
      usedBy
      factors {
        ...FactorTable
      }
    }
  }
`);

export async function loader({ request, context, params: { code } }: Route.LoaderArgs) {
  const { factorSet } = await query({ request, context }, FactorSetDocument, { code });
  if (!factorSet) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { set: factorSet };
}

export default function ShowFactorSet({ loaderData: { set } }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  return (
    <>
      <title>{`${set.title} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/footprint/factors"), label: t("factors.title") },
          { label: set.title, lang: "en" },
        ]}
      />
      <PageTitle
        title={set.title}
        lang="en"
        caption={`${set.publisher} · ${t(set.isDefault ? "factors.default" : "factors.alternative")}`}
      >
        <TextLanguage language="en" />
      </PageTitle>
      {set.note ? <PlainText text={set.note} lang="en" /> : null}
      <SummaryList
        items={[
          {
            term: common("source"),
            value: (
              <a href={set.sourceUrl} lang="en">
                {set.sourceTitle}
              </a>
            ),
          },
          { term: t("factors.publicationYear"), value: set.publicationYear },
          { term: t("factors.version"), value: set.version, lang: "en" },
          { term: t("factors.licence"), value: set.licence, lang: "en" },
          { term: t("factors.usage"), value: t("factors.used", { number: set.usedBy }) },
        ]}
      />
      <Section title={t("factors.all")} intro={t("factors.allIntro")}>
        <FactorTable factors={set.factors} />
      </Section>
    </>
  );
}
