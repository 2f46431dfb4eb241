import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Hidden, Tag, TagList } from "#app/ui/index.ts";
import { type Same, searchAddress } from "./address.ts";
import type { SearchResults } from "./find.server.ts";
import { AskNetwork } from "../gap/nothing.tsx";

/** What the words were taken for: each concept leads to its page, and can be taken away. */
export function Understood({ found, ...same }: Same & { found: Pick<SearchResults, "understood" | "widened"> }) {
  const { t } = useTranslation("search");
  const link = useLink();
  if (found.understood.length === 0 && same.without.length === 0) return null;
  return (
    <>
      {found.understood.length > 0 ? (
        <>
          <p id="understood">{t("understood.title")}</p>
          <ul className="plain" aria-labelledby="understood">
            {found.understood.map(({ concept, matched }) => (
              <li key={concept.slug}>
                <TagList>
                  <Tag href={link(`/concepts/${concept.slug}`)}>{concept.label}</Tag>
                  <a href={link(searchAddress({ ...same, without: [...same.without, concept.slug] }))}>
                    {t("understood.remove", { matched })} <Hidden>{concept.label}</Hidden>
                  </a>
                </TagList>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {same.without.length > 0 ? (
        <p>
          <a href={link(searchAddress({ ...same, without: [] }))}>{t("understood.restore")}</a>
        </p>
      ) : null}
      {found.widened ? (
        <>
          <p>{t("understood.widened")}</p>
          <AskNetwork words={same.words} />
        </>
      ) : null}
    </>
  );
}
