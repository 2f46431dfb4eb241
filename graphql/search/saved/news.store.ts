import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { visibleResults } from "#graphql/data/policy.ts";
import { visiblePilots } from "#graphql/pilot/policy.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { visibleTools } from "#graphql/practice/tool/policy.ts";
import { words } from "#graphql/kernel/words.ts";
import type { RowRef } from "../index/documents.store.ts";
import type { SearchKind } from "../engine.rules.ts";

/** What a mail tells of a row. `path` is its page, after the language; `parent` the row that it is a part of. */
export type News = {
  key: string;
  kind: SearchKind;
  title: string;
  place: string | null;
  summary: string | null;
  path: string;
  parent: string | null;
};

type NewsText = Omit<News, "kind" | "key"> & { id: string };
type SummaryText = { language: string; title: string; summary: string | null };
type PilotText = { language: string; title: string; purpose: string | null };
type NamesByLanguage = { name: string; names: readonly { locale: string; name: string }[] };

const named = { include: { names: true } } as const;
const place = { city: named } as const;
/** The lead city of a pilot comes first. */
const cities = {
  where: { confirmed: true },
  include: place,
  orderBy: [{ lead: "desc" }, { createdAt: "asc" }],
} as const satisfies P.Pilot$citiesArgs;

/** Where the parts of a practice or a pilot are shown. */
type Owner = {
  practice?: { id: string; slug: string; city: NamesByLanguage } | null;
  pilot?: { id: string; slug: string; cities: readonly { city: NamesByLanguage }[] } | null;
};

const readers: Record<SearchKind, (prisma: Prisma, ids: string[], locale: string) => Promise<NewsText[]>> = {
  async practice(prisma, ids, locale) {
    const where = { id: { in: ids }, AND: visiblePractices(anonymous) };
    const rows = await prisma.practice.findMany({ where, include: { ...place, translations: true } });
    return rows.map((row) => {
      const { title, summary } = inLanguage<SummaryText>(row, row.translations, locale);
      return { ...ownerOf({ practice: row }, locale), id: row.id, title, summary, parent: null };
    });
  },
  async pilot(prisma, ids, locale) {
    const where = { id: { in: ids }, AND: visiblePilots(anonymous) };
    const rows = await prisma.pilot.findMany({ where, include: { cities, translations: true } });
    return rows.map((row) => {
      const { title, purpose } = inLanguage<PilotText>(row, row.translations, locale);
      return { ...ownerOf({ pilot: row }, locale), id: row.id, title, summary: purpose, parent: null };
    });
  },
  async result(prisma, ids, locale) {
    const where = { id: { in: ids }, AND: visibleResults(anonymous) };
    const include = { practice: { include: place }, pilot: { include: { cities } } };
    const rows = await prisma.result.findMany({ where, include });
    return rows.map(({ id, indicatorCode, note, ...owner }) => ({
      id,
      title: words(locale, "indicators")(indicatorCode, { defaultValue: indicatorCode }),
      summary: note,
      ...ownerOf(owner, locale),
    }));
  },
  async tool(prisma, ids, locale) {
    const where = { id: { in: ids }, AND: visibleTools(anonymous) };
    const rows = await prisma.practiceTool.findMany({ where, include: { practice: { include: place } } });
    return rows.map(({ id, title, description, practice }) => ({
      id,
      title,
      summary: description,
      ...ownerOf({ practice }, locale),
    }));
  },
  async city(prisma, ids, locale) {
    const rows = await prisma.city.findMany({ where: { id: { in: ids }, AND: visibleCities(anonymous) }, ...named });
    return rows.map((row) => ({
      id: row.id,
      title: nameOf(row, locale),
      summary: row.summary,
      parent: null,
      place: new Intl.DisplayNames([locale], { type: "region" }).of(row.countryCode) ?? null,
      path: `/cities/${row.slug}`,
    }));
  },
};

function ownerOf({ practice, pilot }: Owner, locale: string): Pick<NewsText, "place" | "path" | "parent"> {
  const [lead] = pilot?.cities ?? [];
  const city = practice?.city ?? lead?.city;
  return {
    place: city ? nameOf(city, locale) : null,
    path: practice ? `/practices/${practice.slug}` : `/pilots/${pilot?.slug}`,
    parent: practice ? `practice ${practice.id}` : `pilot ${pilot?.id}`,
  };
}

/** The translation for readers of `locale` where there is one, else the original. */
function inLanguage<Text extends { language: string }>(
  original: Text,
  translations: readonly Text[],
  locale: string,
): Text {
  return original.language === locale
    ? original
    : (translations.find(({ language }) => language === locale) ?? original);
}

function nameOf({ name, names }: NamesByLanguage, locale: string): string {
  return names.find((entry) => entry.locale === locale)?.name ?? name;
}

/** The rows that the public may see now, in their order and in the reader's language; parts of what is told anyway are left out. */
export async function newsOf(prisma: Prisma, refs: readonly RowRef[], locale: string): Promise<News[]> {
  const found = new Map<string, News>();
  for (const kind of new Set(refs.map((ref) => ref.kind))) {
    const ids = refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
    for (const { id, ...told } of await readers[kind](prisma, ids, locale))
      found.set(`${kind} ${id}`, { key: `${kind} ${id}`, kind, ...told });
  }
  const news = refs.flatMap(({ kind, id }) => found.get(`${kind} ${id}`) ?? []);
  return news.filter(({ parent }) => parent === null || !found.has(parent));
}
