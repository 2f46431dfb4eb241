import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { useTimeLeft } from "#app/city/parts/clock-in-short.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import {
  Breadcrumbs,
  DataTable,
  EmptyState,
  FilterPanel,
  PageTitle,
  Pagination,
  Slots,
  StatusTag,
  type StatusTone,
} from "#app/ui/index.ts";
import { NetworkNav } from "./parts/network-nav.tsx";
import type { Route } from "./+types/late.ts";

export const LateCitiesDocument = graphql(`
  query LateCities($country: [String!], $locale: String!) {
    lateCities(country: $country, limit: 100) {
      slug
      name(locale: $locale)
      country
      charterCode
      standing
      reason
      counting
      required
      daysLeft
      dueOn
      pilots {
        slug
        title
        language
        health
        reasons
      }
    }
    networkProgress {
      asOf
      byCountry {
        key
        standings {
          atRisk
          late
          unknown
        }
      }
    }
  }
`);

type City = ResultOf<typeof LateCitiesDocument>["lateCities"][number];
const pageSize = 25;
const tones: Record<string, StatusTone> = { late: "bad", at_risk: "risk", unknown: "quiet" };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const country = searchParams.getAll("country");
  const result = await query({ request, context }, LateCitiesDocument, { country, locale });
  const pages = Math.max(1, Math.ceil(result.lateCities.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1));
  return { ...result, country, pages, page };
}

export default function ListLateCities({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { lateCities, networkProgress, country, page, pages } = loaderData;
  const shown = lateCities.slice((page - 1) * pageSize, page * pageSize);
  const time = useTimeLeft();
  const format = useFormats();
  const link = useLink();
  const options = networkProgress.byCountry
    .map(({ key, standings: { late, atRisk, unknown } }) => ({
      value: key,
      label: format.country(key),
      cities: late + atRisk + unknown,
    }))
    .filter(({ cities, value }) => cities > 0 || country.includes(value))
    .toSorted((a, b) => format.compare(a.label, b.label))
    .map(({ value, label, cities }) => ({
      value,
      label,
      count: format.number(cities),
      checked: country.includes(value),
    }));
  return (
    <>
      <title>{`${t("nav.late")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: t("network.title") }, { label: t("nav.late") }]}
      />
      <PageTitle
        title={t("nav.late")}
        caption={t("asOf", { date: format.date(networkProgress.asOf) })}
        lead={t("lateList.lead", { count: lateCities.length })}
      />
      <NetworkNav current="late" />
      <FilterPanel
        action={link("/network/late")}
        label={t("lateList.filter")}
        button={common("action.apply")}
        clear={country.length > 0 ? { href: link("/network/late"), label: common("action.clear") } : undefined}
        groups={[{ name: "country", title: t("lateList.filter"), options, open: country.length > 0 }]}
      />
      {shown.length === 0 ? (
        <EmptyState title={t("lateList.empty")} />
      ) : (
        <DataTable<City>
          caption={t("nav.late")}
          captionHidden
          narrow="stack"
          rows={shown}
          rowKey={({ slug }) => slug}
          columns={[
            { key: "city", header: t("codes:kind.city"), rowHeader: true, cell: city },
            {
              key: "standing",
              header: t("lateList.standing"),
              cell: ({ standing }) => (
                <StatusTag tone={tones[standing] ?? "quiet"}>{t(`codes:progress.${standing}`)}</StatusTag>
              ),
            },
            { key: "reason", header: t("lateList.reason"), cell: reason },
            { key: "counting", header: t("counting"), cell: pilots },
            { key: "pilots", header: t("lateList.pilots"), cell: (row) => <Concerns city={row} /> },
          ]}
        />
      )}
      <Pagination
        label={common("pagination.label")}
        page={page}
        pages={pages}
        hrefOf={(number) =>
          `?${new URLSearchParams([...country.map((code) => ["country", code]), ["page", String(number)]])}`
        }
        pageLabel={(number) => common("pagination.page", { page: number })}
        previous={common("pagination.previous")}
        next={common("pagination.next")}
      />
    </>
  );

  function city({ slug, name, country: code }: City) {
    return (
      <a href={link(`/cities/${slug}`)}>{t("queue.cityCountry", { city: name, country: format.country(code) })}</a>
    );
  }

  function reason({ reason: code, dueOn, daysLeft }: City) {
    return [t(`lateList.why.${code}`, { date: format.date(dueOn) }), daysLeft === null ? null : `${time(daysLeft)}.`]
      .filter(Boolean)
      .join(" ");
  }

  function pilots({ counting, required }: City) {
    const states = Array.from({ length: required }, (_, index) =>
      index < counting ? ("full" as const) : ("empty" as const),
    );
    return <Slots states={states} label={t("lateList.of", { count: counting, required })} />;
  }
}

/** Its pilots that are late or silent; that the city itself is late is not said once more for each. */
function Concerns({ city }: { city: City }) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: pilots } = useTranslation("pilot");
  const link = useLink();
  const known = city.standing === "late" ? ["deadline_passed"] : [];
  if (city.pilots.length === 0) return <>{t("lateList.noPilots")}</>;
  return (
    <ul>
      {city.pilots.map(({ slug, title, language, health, reasons }) => (
        <li key={slug}>
          <a href={link(`/pilots/${slug}`)} lang={language}>
            {title}
          </a>{" "}
          <b>{codes(`health.${health}`)}.</b>{" "}
          {reasons
            .filter((code) => !known.includes(code))
            .map((code) => pilots(`healthReason.${code}`))
            .join(" ")}
        </li>
      ))}
    </ul>
  );
}
