import { useTranslation } from "#app/i18n/words.ts";
import { DataTable } from "#app/ui/index.ts";
import type { BridgeParts } from "./bridge.tsx";
import { useMass } from "../result/mass.ts";

type Row = { key: string; label: string; kg: string };

/** The bridge to the gram: its parts add up from the one total to the other. */
export function BridgeTable({ bridge: { from, to, fromKg, toKg, parts } }: { bridge: BridgeParts }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const mass = useMass();
  const rows: Row[] = [
    { key: "from", label: t("show.bridge.totalOf", { year: from }), kg: mass.exact(fromKg) },
    ...parts.map(({ part, kg }) => ({ key: part, label: codes(`bridgePart.${part}`), kg: mass.exactChange(kg) })),
    { key: "to", label: t("show.bridge.totalOf", { year: to }), kg: mass.exact(toKg) },
  ];
  return (
    <DataTable<Row>
      caption={t("show.bridge.chart", { from, to })}
      captionHidden
      narrow="stack"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "part", header: t("show.bridge.part"), rowHeader: true, cell: ({ label }) => label },
        { key: "kg", header: t("show.bridge.kg"), numeric: true, cell: ({ kg }) => kg },
      ]}
    />
  );
}
