import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, EmptyState } from "#app/ui/index.ts";
import { useWait } from "#app/report/parts/network-nav.tsx";

export const QueueItemFragment = graphql(`
  fragment QueueItem on ReviewItem {
    kind
    since
    by
    pilot {
      slug
      language
      reading(locale: $locale) {
        title
        language
      }
      cities {
        lead
        city {
          slug
          name(locale: $locale)
          country
        }
      }
    }
    practice {
      slug
      language
      reading(locale: $locale) {
        title
        language
      }
      city {
        slug
        name(locale: $locale)
        country
      }
    }
  }
`);

type Item = ResultOf<typeof QueueItemFragment>;

/** Leads on from a decision to what has waited longest; nothing where nothing waits. */
export function NextInQueue({ items }: { items: readonly FragmentOf<typeof QueueItemFragment>[] }) {
  const { t } = useTranslation("report");
  const link = useLink();
  const [next] = readFragment(QueueItemFragment, items);
  const thing = next?.pilot ?? next?.practice;
  if (!thing) return null;
  const path = `/network/review/${next?.pilot ? "pilots" : "practices"}/${thing.slug}`;
  return (
    <p>
      {t("queue.next")}{" "}
      <a href={link(path)} lang={thing.reading.language}>
        {thing.reading.title}
      </a>
    </p>
  );
}

/** What waits for a decision: since when, from which city, signed off by whom, in which language. */
export function QueueTable({
  items,
  today,
}: {
  items: readonly FragmentOf<typeof QueueItemFragment>[];
  today: string;
}) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const wait = useWait(today);
  const rows = readFragment(QueueItemFragment, items).filter((item) => item.pilot || item.practice);
  if (rows.length === 0) return <EmptyState title={t("queue.empty")}>{t("queue.emptyHelp")}</EmptyState>;
  return (
    <DataTable<Item>
      caption={t("queue.caption")}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ kind, pilot, practice }) => `${kind}-${(pilot ?? practice)?.slug}`}
      columns={[
        { key: "title", header: t("queue.what"), rowHeader: true, cell: title },
        { key: "kind", header: t("queue.kind"), cell: ({ kind }) => codes(`kind.${kind}`) },
        { key: "city", header: t("codes:kind.city"), cell: city },
        { key: "since", header: t("queue.since"), cell: ({ since }) => `${format.date(since)} · ${wait(since)}` },
        { key: "by", header: t("queue.by"), cell: ({ by }) => by ?? common("notKnown") },
        {
          key: "language",
          header: common("language"),
          cell: (item) => format.language((item.pilot ?? item.practice)?.language ?? "en"),
        },
      ]}
    />
  );

  function title({ kind, pilot, practice }: Item) {
    const subject = pilot ?? practice;
    return subject ? (
      <a href={link(`/network/review/${kind}s/${subject.slug}`)} lang={subject.reading.language}>
        {subject.reading.title}
      </a>
    ) : null;
  }

  function city({ pilot, practice }: Item) {
    const lead = pilot?.cities.find((share) => share.lead)?.city ?? practice?.city;
    return lead ? (
      <a href={link(`/cities/${lead.slug}`)}>
        {t("queue.cityCountry", { city: lead.name, country: format.country(lead.country) })}
      </a>
    ) : null;
  }
}
