import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import type { AtomEntry, AtomText } from "./atom.ts";

export const FeedEntryFragment = graphql(`
  fragment FeedEntry on SearchHit {
    firstSeenAt
    practice {
      id
      slug
      publishedOn
      city {
        name(locale: $locale)
      }
      reading(locale: $locale) {
        title
        summary
        language
      }
    }
    pilot {
      id
      slug
      cities {
        lead
        city {
          name(locale: $locale)
        }
      }
      reading(locale: $locale) {
        title
        purpose
        language
      }
    }
    result {
      id
      note
      language
      indicator {
        label(locale: $locale)
      }
      practice {
        slug
        city {
          name(locale: $locale)
        }
      }
      pilot {
        slug
        cities {
          lead
          city {
            name(locale: $locale)
          }
        }
      }
    }
    tool {
      id
      title
      description
      language
      practice {
        slug
        city {
          name(locale: $locale)
        }
      }
    }
    city {
      id
      slug
      name(locale: $locale)
      summary {
        text
        language
      }
    }
  }
`);

/** `site` is the portal's address with the language of the feed, `host` the name under which its entries keep their ids. */
export type Site = { site: string; host: string; language: string; author: string; updated: string };

type FeedItem = {
  id: string;
  title: AtomText;
  summary: AtomText | null;
  author?: string;
  path: string;
  on?: string | null;
};
type Shares = readonly { lead: boolean; city: { name: string } }[];

const cityOf = (shares: Shares) => (shares.find(({ lead }) => lead) ?? shares[0])?.city.name;

/** A hit as a feed's entry; null when it is of a kind that feeds do not know. */
export function entryOf(masked: FragmentOf<typeof FeedEntryFragment>, at: Site): AtomEntry | null {
  const hit = readFragment(FeedEntryFragment, masked);
  const told = toldOf(hit, at.language);
  if (!told) return null;
  const { id, title, summary, author, path, on } = told;
  const updated = hit.firstSeenAt ?? at.updated;
  return {
    id: `tag:${at.host},2026:${id}`,
    title,
    summary,
    updated,
    href: at.site + path,
    author: author ?? at.author,
    published: on ? `${on}T00:00:00Z` : null,
  };
}

type Hit = ResultOf<typeof FeedEntryFragment>;

function toldOf({ practice, pilot, result, tool, city }: Hit, language: string): FeedItem | null {
  if (practice) {
    const { reading } = practice;
    return {
      id: practice.id,
      path: `/practices/${practice.slug}`,
      author: practice.city.name,
      on: practice.publishedOn,
      ...texts(reading.language, reading.title, reading.summary),
    };
  }
  if (pilot) {
    const { reading } = pilot;
    return {
      id: pilot.id,
      path: `/pilots/${pilot.slug}`,
      author: cityOf(pilot.cities),
      ...texts(reading.language, reading.title, reading.purpose),
    };
  }
  if (result) {
    const { practice: owner, pilot: tried, note } = result;
    return {
      id: result.id,
      path: owner ? `/practices/${owner.slug}` : `/pilots/${tried?.slug}`,
      author: owner?.city.name ?? cityOf(tried?.cities ?? []),
      title: { text: result.indicator.label, language },
      summary: note ? { text: note, language: result.language } : null,
    };
  }
  if (tool) {
    const { practice: owner } = tool;
    return {
      id: tool.id,
      path: `/practices/${owner.slug}`,
      author: owner.city.name,
      ...texts(tool.language, tool.title, tool.description),
    };
  }
  if (!city) return null;
  return {
    id: city.id,
    path: `/cities/${city.slug}`,
    author: city.name,
    title: { text: city.name, language },
    summary: city.summary,
  };
}

function texts(language: string, title: string, summary: string | null): Pick<FeedItem, "title" | "summary"> {
  return { title: { text: title, language }, summary: summary ? { text: summary, language } : null };
}
