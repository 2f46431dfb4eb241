import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { IntervalBar, SortLinks } from "#app/ui/index.ts";
import { inventoryAddress } from "../inventory/downloads.tsx";
import { drawnEnds } from "./mass.ts";
import { Gaps } from "./gaps.tsx";
import { useRangeWords } from "./range-words.ts";
import type { ViewedEstimate } from "./view.tsx";
import type { RestatedResult } from "../inventory/year-documents.ts";

export const RestatedFragment = graphql(`
  fragment Restated on Inventory {
    factorSet {
      code
    }
    result {
      total {
        low
        central
        high
      }
    }
  }
`);

type Set = { code: string; title: string; publisher: string };
type Props = {
  inventory: FragmentOf<typeof RestatedFragment>;
  sets: readonly Set[];
  restated: RestatedResult | null;
  kept: Parameters<typeof inventoryAddress>[0];
  page: string;
};

/** The same inventory read with another factor set, beside the published reading, which stays what it is. */
export function Restated({ inventory: shown, sets, restated, kept, page }: Props) {
  const { t } = useTranslation("footprint");
  const words = useRangeWords();
  const { factorSet, result } = readFragment(RestatedFragment, shown);
  const { total } = result;
  const own = factorSet.code;
  const name = (code: string) => {
    const set = sets.find((one) => one.code === code);
    return set ? `${set.publisher}: ${set.title}` : code;
  };
  const address = (code: string) => {
    const search = new URLSearchParams(inventoryAddress(kept));
    if (code !== own) search.set("set", code);
    return `${page}${search.size > 0 ? `?${search}` : ""}#restated`;
  };
  const reach = ({ high, central }: ViewedEstimate) =>
    drawnEnds({ low: central, central, high }).high ?? Number(central) / 667;
  const max = restated ? Math.max(reach(total), reach(restated.total)) * 1.05 : undefined;
  return (
    <>
      <SortLinks
        label={t("year.restated.sets")}
        items={sets.map(({ code }) => ({
          href: address(code),
          label: name(code),
          current: code === (restated?.factorSet.code ?? own),
        }))}
      />
      {restated ? (
        <>
          <IntervalBar
            label={t("year.restated.published", { set: name(own) })}
            {...drawnEnds(total)}
            max={max}
            text={words(total)}
          />
          <IntervalBar
            label={t("year.restated.other", { set: name(restated.factorSet.code) })}
            {...drawnEnds(restated.total)}
            max={max}
            text={words(restated.total)}
          />
          <p>{t("year.restated.stays")}</p>
          {restated.gaps.length > 0 ? <Gaps gaps={restated.gaps} /> : null}
        </>
      ) : null}
    </>
  );
}
