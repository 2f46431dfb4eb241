import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { contentSecurityPolicy } from "#app/middleware/security.ts";
import { Columns, PageTitle } from "#app/ui/index.ts";
import { readAddress } from "./find/address.ts";
import { FinderBox } from "./find/box.tsx";
import { SearchFilters } from "./find/filters.tsx";
import { searchAnswered, find } from "./find/find.server.ts";
import { Ignored } from "./find/ignored.tsx";
import { Kinds } from "./find/kinds.tsx";
import { citiesToBeLike } from "./like/like.server.ts";
import { LikeChoice } from "./like/like.tsx";
// oxlint-disable-next-line import/default -- the build answers with the address of the island's file
import live from "./find/live.ts?worker&url";
import { helpOn } from "./gap/nothing.server.ts";
import { ResultsSection } from "./find/results.tsx";
import type { Route } from "./+types/show.ts";

/** This page runs a script: the island that suggests words while they are typed, and asks our own server for them. */
export function headers() {
  return { "content-security-policy": contentSecurityPolicy("script-src 'self'", "connect-src 'self'") };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const asker = { request, context };
  const asked = readAddress(new URL(request.url).searchParams);
  const [found, alike] = await Promise.all([find(asker, asked), citiesToBeLike(asker, asked.all === "like")]);
  const same = searchAnswered(asked, found);
  const help = found.total === 0 ? await helpOn(asker, same, found) : null;
  const { page, typedPage, all } = asked;
  return data({ found, alike, help, same, page, typedPage, all }, { status: found.outOfRange ? 404 : 200 });
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { found, alike, same, page, all } = loaderData;
  const { t } = useTranslation("search");
  const place = found.pageCount > 1 && !found.outOfRange ? [t("pageOf", { page, pages: found.pageCount })] : [];
  return (
    <>
      <title>{[...(same.words ? [same.words] : []), ...place, t("title"), "Quintet"].join(" – ")}</title>
      {found.total === 0 || found.outOfRange ? <meta name="robots" content="noindex" /> : null}
      <PageTitle title={t("title")} lead={t("lead")} />
      <FinderBox {...same} />
      {found.ignored.length > 0 ? <Ignored values={found.ignored} /> : null}
      <Kinds found={found} {...same} />
      <Columns
        sideFirst
        sideLabel={t("filters")}
        side={
          <>
            <p>
              <a href="#results">{t("skip")}</a>
            </p>
            <LikeChoice alike={alike} {...same} />
            <SearchFilters found={found} {...same} all={all} />
          </>
        }
      >
        <ResultsSection {...loaderData} />
      </Columns>
      <script type="module" src={live} />
    </>
  );
}
