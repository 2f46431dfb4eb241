import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { formats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonLink, DataTable, Disclosure, PageTitle, Section, Tag, TagList } from "#app/ui/index.ts";
import { SearchHits } from "./hit/hit.tsx";
import type { Route } from "./+types/concept.ts";

export const ConceptDocument = graphql(`
  query Concept($slug: String!, $locale: String!) {
    concept(slug: $slug) {
      slug
      label(locale: $locale)
      words: labels(locale: $locale) {
        text
        preferred
      }
      labels {
        locale
        text
        source
        reviewed
      }
      broader {
        slug
        label(locale: $locale)
      }
      narrower {
        slug
        label(locale: $locale)
      }
    }
    search(concepts: [$slug], filters: { kind: ["practice", "pilot"] }, pageSize: 5) {
      total
      widened
      hits {
        ...SearchHitText
      }
    }
  }
`);

type Concept = NonNullable<ResultOf<typeof ConceptDocument>["concept"]>;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { concept, search } = await query({ request, context }, ConceptDocument, { slug: params.slug, locale });
  if (!concept) throw data(null, { status: 404 });
  return { concept, search };
}

export default function ConceptPage({ loaderData: { concept, search } }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const link = useLink();
  const others = concept.words.filter(({ preferred }) => !preferred).map(({ text }) => text);
  return (
    <>
      <title>{`${concept.label} – Quintet`}</title>
      <PageTitle title={concept.label} lead={t("concept.lead")} />
      {others.length > 0 ? <p>{t("concept.words", { words: others.join(", ") })}</p> : null}
      <Neighbours title={t("concept.broader")} concepts={concept.broader} />
      <Neighbours title={t("concept.narrower")} concepts={concept.narrower} />
      <Section title={t("concept.practices")}>
        {search.widened ? <p>{t("understood.widened")}</p> : null}
        {search.hits.length > 0 ? (
          <SearchHits hits={search.hits} label={t("concept.practices")} />
        ) : (
          <p>{t("concept.none")}</p>
        )}
        {search.total > search.hits.length ? (
          <p>
            <ButtonLink look="secondary" href={link(`/search?q=${encodeURIComponent(concept.label)}`)}>
              {t("concept.all")}
            </ButtonLink>
          </p>
        ) : null}
      </Section>
      <Disclosure summary={t("concept.languages")}>
        <Labels labels={concept.labels} />
      </Disclosure>
    </>
  );
}

function Neighbours({ title, concepts }: { title: string; concepts: Concept["broader"] }) {
  const link = useLink();
  if (concepts.length === 0) return null;
  return (
    <Section title={title}>
      <TagList label={title}>
        {concepts.map(({ slug, label }) => (
          <Tag key={slug} href={link(`/concepts/${slug}`)}>
            {label}
          </Tag>
        ))}
      </TagList>
    </Section>
  );
}

/** The labels of all languages, each language named in its own. */
function Labels({ labels }: Pick<Concept, "labels">) {
  const { t } = useTranslation("search");
  return (
    <DataTable
      caption={t("concept.caption")}
      captionHidden
      narrow="stack"
      rows={labels}
      rowKey={({ locale }) => locale}
      columns={[
        {
          key: "language",
          header: t("concept.language"),
          rowHeader: true,
          cell: ({ locale }) => <span lang={locale}>{formats(locale).language(locale)}</span>,
        },
        { key: "label", header: t("concept.label"), cell: ({ locale, text }) => <span lang={locale}>{text}</span> },
        {
          key: "source",
          header: t("concept.source"),
          cell: ({ source }) => (source === "quintet" ? t("concept.own") : source),
        },
        {
          key: "reviewed",
          header: t("concept.reviewed"),
          cell: ({ reviewed }) => t(reviewed ? "concept.yes" : "concept.no"),
        },
      ]}
    />
  );
}
