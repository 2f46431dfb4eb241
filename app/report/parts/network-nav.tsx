import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { SortLinks } from "#app/ui/index.ts";

const pages = {
  overview: "/network",
  review: "/network/review",
  footprint: "/network/footprint",
  late: "/network/late",
  search: "/network/search",
  accessions: "/network/accessions",
} as const;

/** The way between the secretariat's pages; the list of late cities and the search are the coordinators' only. */
export function NetworkNav({ current, late = true }: { current: keyof typeof pages; late?: boolean }) {
  const { t } = useTranslation("report");
  const link = useLink();
  const keys = (["overview", "review", "footprint", "late", "search", "accessions"] as const).filter(
    (key) => late || (key !== "late" && key !== "search"),
  );
  return (
    <SortLinks
      label={t("nav.label")}
      items={keys.map((key) => ({ href: link(pages[key]), label: t(`nav.${key}`), current: key === current }))}
    />
  );
}

/** What the link text says of a wait: the days since the city signed it off. */
export function useWait(today: string) {
  const { t } = useTranslation("report");
  return (since: string) => {
    const count = daysSince(since, today);
    return count === 0 ? t("queue.today") : t("queue.days", { count });
  };
}

function daysSince(since: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(since.slice(0, 10))) / 86_400_000));
}
