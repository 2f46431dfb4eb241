import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { HistoryLink } from "#app/report/history/link.tsx";
import { useLink } from "#app/i18n/links.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { Actions, Breadcrumbs, ButtonLink, Notice, PageTitle, PlainText, Section } from "#app/ui/index.ts";
import { Downloads, inventoryAddress } from "./inventory/downloads.tsx";
import { Provenance } from "./inventory/provenance.tsx";
import { PublishedLines } from "./line/published.tsx";
import { PublicationFacts } from "./inventory/published.tsx";
import { Restated } from "./result/restated.tsx";
import { ResultView } from "./result/view.tsx";
import { askedInventory, askedLines } from "./inventory/asked.ts";
import { FootprintLinesDocument, FootprintRestatedDocument } from "./inventory/year-documents.ts";
import type { Route } from "./+types/year.ts";

export const FootprintYearDocument = graphql(`
  query FootprintYear($city: String!, $year: Int!, $scope: InventoryScope, $revision: Int, $locale: String!) {
    inventory(city: $city, year: $year, scope: $scope, revision: $revision) {
      id
      year
      scope
      state
      isPublic
      language
      note
      demonstration
      viewerCan
      city {
        slug
        name(locale: $locale)
      }
      factorSet {
        code
      }
      result {
        ...ResultView
      }
      ...Provenance
      ...Published
      ...PublishedLines
      ...Restated
      history(first: 1) {
        ...HistoryLink
      }
    }
    factorSets {
      code
      title
      publisher
    }
  }
`);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asker = { request, context };
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const asked = askedInventory(params, searchParams);
  if (!asked) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { inventory, factorSets } = await query(asker, FootprintYearDocument, { ...asked, locale });
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const category = searchParams.get("category");
  const after = searchParams.get("after");
  const { node } = await query(asker, FootprintLinesDocument, { id: inventory.id, ...askedLines(searchParams) });
  const lines = node && "lines" in node ? node.lines : null;
  const set = factorSets.find(({ code }) => code === searchParams.get("set") && code !== inventory.factorSet.code);
  const other = set ? (await query(asker, FootprintRestatedDocument, { id: inventory.id, set: set.code })).node : null;
  const restated = other && "result" in other ? other.result : null;
  return { inventory, factorSets, lines, category, after, restated, revision: asked.revision };
}

export default function ShowYear({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const { inventory, factorSets, lines, category, after, restated, revision } = loaderData;
  const { city, year, scope } = inventory;
  const link = useLink();
  const territory = scope === "territory";
  const kept = { scope, revision: revision ?? undefined };
  const page = link(`/cities/${city.slug}/footprint/${year}`);
  return (
    <>
      <title>{`${t("year.pageTitle", { city: city.name, year })} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/cities"), label: common("nav.cities") },
          { href: link(`/cities/${city.slug}`), label: city.name },
          { href: link(`/cities/${city.slug}/footprint`), label: t("show.title") },
          { label: String(year) },
        ]}
      />
      <PageTitle
        title={t(territory ? "year.titleTerritory" : "year.title", { year })}
        caption={`${city.name} · ${codes(`inventoryState.${inventory.state}`)}`}
      >
        {inventory.viewerCan.includes("footprint_update") || inventory.viewerCan.includes("footprint_correct") ? (
          <Actions>
            <ButtonLink
              look="secondary"
              href={`${page}/${inventory.viewerCan.includes("footprint_update") ? "edit" : "correct"}${inventoryAddress({ scope })}`}
            >
              {t(inventory.viewerCan.includes("footprint_update") ? "year.edit" : "year.correct")}
            </ButtonLink>
          </Actions>
        ) : null}
      </PageTitle>
      {inventory.isPublic ? null : <Notice tone="warning">{t("year.notPublic")}</Notice>}
      {inventory.state === "superseded" ? (
        <Notice tone="warning" title={t("year.superseded")}>
          <a href={`${page}${inventoryAddress({ scope })}`}>{t("year.current")}</a>
        </Notice>
      ) : null}
      {inventory.demonstration ? <Notice tone="demonstration">{t("show.demonstration")}</Notice> : null}
      <ResultView
        result={inventory.result}
        hrefOf={(code) => `${page}${inventoryAddress(kept)}${inventoryAddress(kept) ? "&" : "?"}category=${code}#lines`}
      />
      <Section title={t("year.basis")} intro={t("year.basisIntro")}>
        <Provenance inventory={inventory} />
      </Section>
      {lines ? (
        <Section id="lines" title={t("year.lines.title")} intro={t("year.lines.intro")}>
          <PublishedLines
            inventory={inventory}
            lines={lines}
            category={category}
            after={after}
            kept={kept}
            page={page}
          />
        </Section>
      ) : null}
      <Section id="restated" title={t("year.restated.title")} intro={t("year.restated.intro")}>
        <Restated inventory={inventory} sets={factorSets} restated={restated} kept={kept} page={page} />
      </Section>
      <Section title={t("year.published.title")}>
        <PublicationFacts inventory={inventory} page={page} />
        {inventory.note ? (
          <>
            <PlainText text={inventory.note} lang={inventory.language} />
            <TextLanguage language={inventory.language} />
          </>
        ) : null}
      </Section>
      <Section id="downloads" title={t("year.downloads")}>
        <Downloads slug={city.slug} year={year} {...kept} />
      </Section>
      <HistoryLink history={inventory.history} href={`${page}/history${inventoryAddress(kept)}`} />
    </>
  );
}
