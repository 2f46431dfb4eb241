import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { Notice, Select, SubmitRow } from "#app/ui/index.ts";
import { BridgeChart } from "./chart.tsx";
import type { PathForm } from "../inventory/views.ts";

export const BridgeFragment = graphql(`
  fragment Bridge on Bridge {
    from
    to
    fromKg
    toKg
    comparable
    why
    parts {
      part
      kg
    }
  }
`);

export type BridgeParts = ResultOf<typeof BridgeFragment>;

type Props = {
  slug: string;
  /** The years that are published, the oldest first. */
  years: readonly number[];
  compared: { from: number; to: number } | null;
  bridge: FragmentOf<typeof BridgeFragment> | null;
  path: PathForm;
};

/** Why the total changed between two years that the reader chooses. */
export function Bridge({ slug, years, compared, bridge, path }: Props) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  if (years.length < 2) return <p>{t("show.bridge.oneYear")}</p>;
  const options = years.map((year) => ({ value: String(year), label: String(year) }));
  const chosen = (year: number | undefined) => (year === undefined ? null : String(year));
  return (
    <>
      <form className="form" method="get" action={`${link(`/cities/${slug}/footprint`)}#change`}>
        <input type="hidden" name="path" value={path} />
        <Select
          name="from"
          label={t("show.bridge.from")}
          options={options}
          value={chosen(compared?.from)}
          width="short"
        />
        <Select name="to" label={t("show.bridge.to")} options={options} value={chosen(compared?.to)} width="short" />
        <SubmitRow buttons={[{ label: t("show.bridge.compare"), look: "secondary" }]} />
      </form>
      {bridge ? (
        <BridgeChart bridge={readFragment(BridgeFragment, bridge)} />
      ) : (
        <Notice>{t("show.bridge.twoYears")}</Notice>
      )}
    </>
  );
}
