import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useMass } from "#app/footprint/result/mass.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable } from "#app/ui/index.ts";
import { useWait } from "#app/report/parts/network-nav.tsx";

export const QueueInventoryFragment = graphql(`
  fragment QueueInventory on Inventory {
    id
    year
    scope
    revision
    city {
      slug
      name(locale: $locale)
      country
    }
    result {
      total {
        central
      }
    }
    reviews {
      decision
      decidedOn
      deciderName
    }
  }
`);

export const QueueRecalculationFragment = graphql(`
  fragment QueueRecalculation on Baseline {
    id
    reason
    changePercent
    requestedOn
    requestedBy
    city {
      slug
      name(locale: $locale)
      country
    }
  }
`);

type Inventory = ResultOf<typeof QueueInventoryFragment>;
type Recalculation = ResultOf<typeof QueueRecalculationFragment>;
type City = Inventory["city"];

/** Footprints that cities signed off. */
export function QueueInventories({
  items,
  today,
}: {
  items: readonly FragmentOf<typeof QueueInventoryFragment>[];
  today: string;
}) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const mass = useMass();
  const link = useLink();
  const since = useSince(today);
  const rows = readFragment(QueueInventoryFragment, items);
  const signed = ({ reviews }: Inventory) => reviews.find(({ decision }) => decision === "signed_off");
  if (rows.length === 0) return <p>{t("queue.noFootprints")}</p>;
  return (
    <DataTable<Inventory>
      caption={t("queue.footprints")}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("queue.what"),
          rowHeader: true,
          cell: ({ id, year, revision }) => (
            <a href={link(`/network/review/footprints/${encodeURIComponent(id)}`)}>
              {t(revision > 1 ? "queue.correction" : "queue.inventory", { year })}
            </a>
          ),
        },
        { key: "scope", header: t("queue.scope"), cell: ({ scope }) => codes(`inventoryScope.${scope}`) },
        { key: "city", header: t("codes:kind.city"), cell: ({ city }) => <CityLink city={city} /> },
        {
          key: "total",
          header: t("queue.total"),
          numeric: true,
          cell: ({ result }) => mass.total(result.total.central),
        },
        { key: "since", header: t("queue.since"), cell: (row) => since(signed(row)?.decidedOn) },
        { key: "by", header: t("queue.by"), cell: (row) => signed(row)?.deciderName ?? common("notKnown") },
      ]}
    />
  );
}

/** Baselines that cities ask to recalculate. */
export function QueueRecalculations({
  items,
  today,
}: {
  items: readonly FragmentOf<typeof QueueRecalculationFragment>[];
  today: string;
}) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const mass = useMass();
  const link = useLink();
  const since = useSince(today);
  const rows = readFragment(QueueRecalculationFragment, items);
  if (rows.length === 0) return <p>{t("queue.noRecalculations")}</p>;
  return (
    <DataTable<Recalculation>
      caption={t("queue.recalculations")}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t("queue.what"),
          rowHeader: true,
          cell: ({ id, reason }) => (
            <a href={link(`/network/review/recalculations/${encodeURIComponent(id)}`)}>
              {codes(`recalculationReason.${reason ?? "error"}`)}
            </a>
          ),
        },
        { key: "city", header: t("codes:kind.city"), cell: ({ city }) => <CityLink city={city} /> },
        {
          key: "change",
          header: t("footprint:baseline.change"),
          numeric: true,
          cell: ({ changePercent }) => (changePercent === null ? common("notKnown") : mass.percent(changePercent)),
        },
        { key: "since", header: t("queue.requested"), cell: ({ requestedOn }) => since(requestedOn) },
        { key: "by", header: t("queue.requestedBy"), cell: ({ requestedBy }) => requestedBy ?? common("notKnown") },
      ]}
    />
  );
}

function CityLink({ city: { slug, name, country } }: { city: City }) {
  const { t } = useTranslation("report");
  const format = useFormats();
  const link = useLink();
  return (
    <a href={link(`/cities/${slug}/footprint`)}>
      {t("queue.cityCountry", { city: name, country: format.country(country) })}
    </a>
  );
}

function useSince(today: string) {
  const { t } = useTranslation();
  const format = useFormats();
  const wait = useWait(today);
  return (date: string | undefined) => (date ? `${format.date(date)} · ${wait(date)}` : t("notKnown"));
}
