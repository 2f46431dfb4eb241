import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonLink, EmptyState, Section } from "#app/ui/index.ts";
import { type Same, searchAddress } from "../find/address.ts";
import type { SearchResults } from "../find/find.server.ts";
import { SearchHits } from "../hit/hit.tsx";
import { useReasonLabel } from "../like/like.tsx";
import type { Help, Looser } from "./nothing.server.ts";

type Props = { same: Same; help: Help; found: Pick<SearchResults, "like"> };

/** Helps on when nothing was found: what to leave out, how else to ask, whom to ask, what comes nearest, and where everything is. */
export function NothingFound({ same: { words }, help: { looser, nearest }, found }: Props) {
  const { t } = useTranslation("search");
  const link = useLink();
  const labelOf = useLooserLabel(found);
  const near = nearest ? t(`empty.nearest.${nearest.by}`) : "";
  return (
    <>
      <EmptyState title={words ? t("empty.titleWords", { words }) : t("empty.title")}>
        <ul>
          {looser.map((idea) => {
            const address = link(searchAddress(idea));
            return (
              <li key={address}>
                <a href={address}>{labelOf(idea)}</a>
              </li>
            );
          })}
          {words ? <li>{t("empty.spelling")}</li> : null}
          {words ? <li>{t("empty.general")}</li> : null}
          <li>
            <a href={link("/search?kind=practice")}>{t("empty.all")}</a>
          </li>
        </ul>
        {words ? <AskNetwork words={words} /> : null}
      </EmptyState>
      {nearest ? (
        <Section level={3} title={near}>
          <SearchHits hits={nearest.hits} label={near} />
        </Section>
      ) : null}
    </>
  );
}

/** Leads to the form that puts a question to the network's cities. */
export function AskNetwork({ words }: { words: string }) {
  const { t } = useTranslation("search");
  const link = useLink();
  return (
    <p>
      <ButtonLink look="secondary" href={link(`/search/ask?${new URLSearchParams({ q: words })}`)}>
        {t("ask.title")}
      </ButtonLink>
    </p>
  );
}

/** "Without the filter Country: 8 results" */
function useLooserLabel(found: Pick<SearchResults, "like">): (idea: Looser) => string {
  const { t } = useTranslation("search");
  const reasonOf = useReasonLabel();
  return ({ dropped, total: count }) => {
    if (typeof dropped === "object") {
      const entry = found.like?.reasons.find(({ reason }) => reason === dropped.reason);
      return t("empty.withoutReason", { reason: entry ? reasonOf(entry) : "", count });
    }
    if (dropped === "words") return t("empty.withoutWords", { count });
    if (dropped === "like") return t("empty.withoutLike", { count });
    return t("empty.without", { group: t(`facet.${dropped}`), count });
  };
}
