import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useMass } from "#app/footprint/result/mass.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { InventedFootprints } from "#app/footprint/result/invented.tsx";
import { Breadcrumbs, Figure, Figures, PageTitle, Section } from "#app/ui/index.ts";
import { SMALLEST_GROUP } from "#graphql/footprint/rules.ts";
import { EnabledSavings } from "./footprint/enabled-savings.tsx";
import { FootprintCities } from "./footprint/cities.tsx";
import { FootprintGroupFragment, FootprintGroups } from "./footprint/groups.tsx";
import { NetworkNav } from "./parts/network-nav.tsx";
import type { Route } from "./+types/footprint.ts";
import { statusOf } from "./footprint/status.ts";

export const NetworkFootprintDocument = graphql(`
  query NetworkFootprint($by: FootprintGrouping!, $locale: String!) {
    viewer {
      networkRoles
    }
    networkFootprint(by: $by) {
      asOf
      total {
        ...FootprintGroup
      }
      groups {
        ...FootprintGroup
      }
      cities {
        ...FootprintCities
      }
      enabledSavings {
        unit
        ...EnabledSavings
      }
    }
  }
`);

const groupings = ["none", "country", "charter", "language"] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const by = groupings.find((one) => one === searchParams.get("by")) ?? "none";
  const { viewer, networkFootprint } = await query({ request, context }, NetworkFootprintDocument, { by, locale });
  const coordinates = viewer?.networkRoles.some((role) => role !== "reviewer") ?? false;
  const page = Math.max(1, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1);
  return { ...networkFootprint, coordinates, by, page, sort: searchParams.get("sort") ?? "name" };
}

export default function NetworkFootprint({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { asOf, total, groups, cities, enabledSavings, coordinates, by, page, sort } = loaderData;
  const format = useFormats();
  const link = useLink();
  const title = t("networkFootprint.title");
  return (
    <>
      <title>{`${title} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: t("network.title") }, { label: title }]}
      />
      <PageTitle title={title} caption={t("asOf", { date: format.date(asOf) })} lead={t("networkFootprint.lead")} />
      <NetworkNav current="footprint" late={coordinates} />
      <InventedFootprints />
      <Headline total={total} />
      <Section
        id="groups"
        title={t("networkFootprint.groups")}
        intro={t("networkFootprint.groupsIntro", { least: SMALLEST_GROUP })}
      >
        <FootprintGroups by={by} sort={sort} groups={groups} />
      </Section>
      <Section id="cities" title={t("networkFootprint.cities")}>
        <FootprintCities cities={cities} by={by} sort={sort} page={page} />
      </Section>
      <Section title={t("networkFootprint.savings")} intro={t("networkFootprint.savingsIntro")}>
        <EnabledSavings savings={enabledSavings} />
      </Section>
    </>
  );
}

function Headline({ total: shown }: { total: FragmentOf<typeof FootprintGroupFragment> }) {
  const total = readFragment(FootprintGroupFragment, shown);
  const { t } = useTranslation("report");
  const format = useFormats();
  const mass = useMass();
  const { number } = format;
  const open = total.comparing - total.onTrack - total.behind - total.met - total.missed;
  const few = t("networkFootprint.tooFew", { least: SMALLEST_GROUP });
  const median = (kg: string | null, cities: number) => ({
    value: kg === null ? null : mass.line(kg).replace(` kg ${mass.gas}`, ""),
    unit: `kg ${mass.gas}`,
    note: kg === null ? few : t("networkFootprint.fromCities", { count: cities }),
  });
  return (
    <>
      <Figures>
        <Figure
          label={t("networkFootprint.comparing")}
          value={number(total.comparing)}
          note={t("networkFootprint.ofSignatories", { count: total.cities })}
        />
        {(["onTrack", "behind", "met", "missed"] as const).map((key) => (
          <Figure key={key} label={t(`codes:yearStatus.${statusOf[key]}`)} value={number(total[key])} />
        ))}
        <Figure label={t("networkFootprint.open")} value={number(open)} note={t("networkFootprint.openNote")} />
      </Figures>
      <p>{t("networkFootprint.judged")}</p>
      <Figures>
        <Figure
          label={t("networkFootprint.reporting")}
          value={number(total.reporting)}
          note={t("networkFootprint.ofSignatories", { count: total.cities })}
        />
        <Figure
          label={t("networkFootprint.age")}
          value={total.ageYears === null ? null : number(total.ageYears)}
          note={t("networkFootprint.ageNote")}
        />
        <Figure label={t("networkFootprint.perEmployee")} {...median(total.kgPerEmployee, total.employeeCities)} />
        <Figure
          label={t("networkFootprint.perInhabitant")}
          {...median(total.kgPerInhabitant, total.inhabitantCities)}
        />
      </Figures>
    </>
  );
}
