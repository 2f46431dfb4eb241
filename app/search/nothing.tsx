import { useTranslation } from "react-i18next";
import { useLink } from "#app/i18n/links.ts";
import { EmptyState } from "#app/ui/index.ts";
import { type Same, searchAddress } from "./address.ts";
import type { Looser } from "./find.server.ts";

type Props = Same & { looser: readonly Looser[] };

/** Helps on when nothing was found: what to leave out, how else to ask, and where everything is. */
export function NothingFound({ words, sort, without, looser }: Props) {
  const { t } = useTranslation("search");
  const link = useLink();
  return (
    <EmptyState title={words ? t("empty.titleWords", { words }) : t("empty.title")}>
      <ul>
        {looser.map((idea) => (
          <li key={idea.without}>
            <a href={link(searchAddress({ ...idea, sort, without }))}>
              {idea.without === "words"
                ? t("empty.withoutWords", { count: idea.total })
                : t("empty.without", { group: t(`facet.${idea.without}`), count: idea.total })}
            </a>
          </li>
        ))}
        {words ? <li>{t("empty.spelling")}</li> : null}
        {words ? <li>{t("empty.general")}</li> : null}
        <li>
          <a href={link("/search?kind=practice")}>{t("empty.all")}</a>
        </li>
      </ul>
    </EmptyState>
  );
}
