import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { ChartWithTable, Notice, WaterfallChart } from "#app/ui/index.ts";
import { BridgeTable } from "./table.tsx";
import type { BridgeParts } from "./bridge.tsx";
import { drawn, useMass } from "../result/mass.ts";

/** The parts of a difference, in a sentence, as a picture and to the gram. */
export function BridgeChart({ bridge }: { bridge: BridgeParts }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const mass = useMass();
  const { from, to, fromKg, toKg, parts, why } = bridge;
  const changed = parts.filter(({ kg }) => Number(kg) !== 0);
  const sentence = useBridgeSentence();
  return (
    <>
      {bridge.comparable ? null : (
        <Notice tone="warning" title={t("show.bridge.notComparable", { from, to })}>
          <p>
            {t("show.bridge.because", { reasons: format.list(why.map((reason) => codes(`incomparable.${reason}`))) })}
          </p>
        </Notice>
      )}
      <ChartWithTable
        title={t("show.bridge.chart", { from, to })}
        description={sentence(bridge)}
        table={<BridgeTable bridge={bridge} />}
        tableLabel={t("show.bridge.table")}
        source={t("show.bridge.method")}
      >
        <WaterfallChart
          from={{ label: t("show.bridge.totalOf", { year: from }), value: drawn(fromKg), text: mass.total(fromKg) }}
          parts={changed.map(({ part, kg }) => ({
            label: codes(`bridgePart.${part}`),
            value: drawn(kg),
            text: mass.change(kg),
          }))}
          to={{ label: t("show.bridge.totalOf", { year: to }), value: drawn(toKg), text: mass.total(toKg) }}
          formatValue={mass.axis}
          cutNote={isSmall(bridge) ? (start) => t("show.bridge.cut", { start }) : undefined}
        />
      </ChartWithTable>
    </>
  );
}

/** The difference, and the part that made most of it. */
function useBridgeSentence() {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const mass = useMass();
  return ({ from, to, fromKg, toKg, parts }: BridgeParts): string => {
    const [most] = parts.toSorted((a, b) => Math.abs(Number(b.kg)) - Math.abs(Number(a.kg)));
    const way = Number(toKg) < Number(fromKg) ? "fell" : Number(toKg) > Number(fromKg) ? "rose" : "stayed";
    const said = { from, to, fromTotal: mass.total(fromKg), toTotal: mass.total(toKg) };
    if (!most || Number(most.kg) === 0) return t(`show.bridge.${way}`, said);
    const part = { part: codes(`bridgePart.${most.part}`), kg: mass.change(most.kg) };
    return `${t(`show.bridge.${way}`, said)} ${t("show.bridge.most", part)}`;
  };
}

/** Only a small change needs bars that do not begin at zero. */
function isSmall({ fromKg, toKg }: BridgeParts): boolean {
  return Math.abs(Number(toKg) - Number(fromKg)) < 0.2 * Number(fromKg);
}
