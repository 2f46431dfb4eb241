import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, readFragment } from "#app/api/documents.ts";
import { BridgeTable } from "#app/footprint/bridge/table.tsx";
import { BridgeFragment } from "#app/footprint/bridge/bridge.tsx";
import { drawn, useMass } from "#app/footprint/result/mass.ts";
import { useFormats } from "#app/i18n/format.ts";
import { ChartWithTable, Notice, WaterfallChart } from "#app/ui/index.ts";

/** Why the submitted total differs from that of the last published year before; null when there is none. */
export function ReviewBridge({ bridge: shown }: { bridge: FragmentOf<typeof BridgeFragment> | null }) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  if (!shown) return <p>{t("reviewFootprint.noYearBefore")}</p>;
  const bridge = readFragment(BridgeFragment, shown);
  const { from, to, fromKg, toKg, parts, comparable, why } = bridge;
  const total = (kg: string) => ({ value: drawn(kg), text: mass.total(kg) });
  return (
    <>
      {comparable ? null : (
        <Notice tone="warning">
          {t("reviewFootprint.notComparable", { why: format.list(why.map((code) => codes(`incomparable.${code}`))) })}
        </Notice>
      )}
      <ChartWithTable
        title={t("footprint:show.bridge.chart", { from, to })}
        description={t("reviewFootprint.bridgeText", { from, to, before: mass.total(fromKg), now: mass.total(toKg) })}
        table={<BridgeTable bridge={bridge} />}
      >
        <WaterfallChart
          from={{ label: String(from), ...total(fromKg) }}
          parts={parts
            .filter(({ kg }) => drawn(kg) !== 0)
            .map(({ part, kg }) => ({ label: codes(`bridgePart.${part}`), value: drawn(kg), text: mass.change(kg) }))}
          to={{ label: String(to), ...total(toKg) }}
          formatValue={mass.axis}
        />
      </ChartWithTable>
    </>
  );
}
