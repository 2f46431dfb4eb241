import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonLink, Notice, Pagination, Section, SortLinks } from "#app/ui/index.ts";
import { type Same, searchAddress, sorts } from "./address.ts";
import { ChosenFilters } from "./filters.tsx";
import type { SearchResults } from "./find.server.ts";
import { SearchHits } from "../hit/hit.tsx";
import { LikeInForce } from "../like/like.tsx";
import type { Help } from "../gap/nothing.server.ts";
import { NothingFound } from "../gap/nothing.tsx";
import { SaveSearch } from "../saved/save.tsx";
import { Understood } from "./understood.tsx";

type Props = { found: SearchResults; same: Same; help: Help | null; page: number; typedPage: string };

/** What was found and how: how it was understood, what narrows it, its order, the hits and their pages. */
export function ResultsSection({ found, same, help, page, typedPage }: Props) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const link = useLink();
  const { words, sort } = same;
  const { total } = found;
  return (
    <Section id="results" title={words ? t("countWords", { count: total, words }) : t("count", { count: total })}>
      <Understood found={found} {...same} />
      <LikeInForce likeness={found.like} {...same} />
      <ChosenFilters {...same} />
      {total > 1 && !found.outOfRange ? (
        <SortLinks
          label={t("sort.label")}
          items={sorts.map((name) => ({
            href: link(searchAddress({ ...same, sort: name })),
            label: t(`sort.${name}`),
            current: sort === name,
          }))}
        />
      ) : null}
      {found.outOfRange ? (
        <Notice tone="warning" title={common("pagination.outOfRange", { page: typedPage })}>
          <ButtonLink look="secondary" href={link(searchAddress(same))}>
            {common("pagination.first")}
          </ButtonLink>
        </Notice>
      ) : null}
      {help ? <NothingFound same={same} help={help} found={found} /> : null}
      {found.hits.length > 0 ? (
        <SearchHits hits={found.hits} label={t("results")} start={(page - 1) * 10 + 1} carbon={sort === "carbon"} />
      ) : null}
      {found.outOfRange ? null : (
        <Pagination
          label={common("pagination.label")}
          page={page}
          pages={found.pageCount}
          hrefOf={(number) => link(searchAddress({ ...same, page: number }))}
          pageLabel={(number) => common("pagination.page", { page: number })}
          previous={common("pagination.previous")}
          next={common("pagination.next")}
        />
      )}
      <SaveSearch {...same} />
    </Section>
  );
}
