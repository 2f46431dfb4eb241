import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable, Form, Section, Select, SubmitRow } from "#app/ui/index.ts";
import type { HistoryView } from "./find.server.ts";
import { actionKey, fieldKey } from "./labels.ts";
import { useWritten } from "./values.ts";

type Change = { field: string; before: string | null; after: string | null };
type Moment = { id: string; at: string; action: string };
type Props = Pick<HistoryView, "kind" | "version"> & {
  moments: readonly Moment[];
  compared: { from: string; to: string; changes: readonly Change[] } | null;
  /** What of the address stays. */
  kept: readonly [string, string][];
};

/** The step that changes a thing of this kind itself: by it its fields have their words. */
const updates = {
  pilot: "pilot.update",
  practice: "practice.update",
  city: "city.update",
  accession: "accession.update",
  inventory: "footprint.update",
  baseline: "footprint.choose_baseline",
} as const;

/** Two versions to choose, and what differs between them; the earlier one can be brought back by those who may. */
export function Comparison({ kind, version, moments, compared, kept }: Props) {
  const { t } = useTranslation("history");
  const format = useFormats();
  const written = useWritten();
  if (moments.length < 2) return null;
  const action = updates[kind];
  const named = ({ at, action: step }: Moment) =>
    `${format.instant(at)} – ${t(actionKey(step), { defaultValue: step })}`;
  const options = moments.map((moment) => ({ value: moment.id, label: named(moment) }));
  const earlier = compared && moments.find(({ id }) => id === compared.from);
  return (
    <Section id="compare" title={t("compare.title")} intro={t("compare.intro")}>
      <form className="form" method="get" action="#compare">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select name="from" label={t("compare.from")} value={compared?.from ?? moments.at(-1)?.id} options={options} />
        <Select name="to" label={t("compare.to")} value={compared?.to ?? moments[0]?.id} options={options} />
        <SubmitRow buttons={[{ label: t("compare.show"), look: "secondary" }]} />
      </form>
      {compared && compared.changes.length === 0 ? <p>{t("compare.same")}</p> : null}
      {compared && compared.changes.length > 0 ? (
        <DataTable<Change>
          caption={t("compare.caption")}
          narrow="stack"
          rows={compared.changes}
          rowKey={({ field }) => field}
          columns={[
            {
              key: "field",
              header: t("compare.field"),
              rowHeader: true,
              cell: ({ field }) => t(fieldKey(action, field) ?? field, { defaultValue: field }),
            },
            { key: "before", header: t("compare.from"), cell: ({ field, before }) => written(action, field, before) },
            { key: "after", header: t("compare.to"), cell: ({ field, after }) => written(action, field, after) },
          ]}
        />
      ) : null}
      {earlier && version !== null ? (
        <Form hidden={{ entry: earlier.id, version }}>
          <p>{t("restore.hint")}</p>
          <SubmitRow buttons={[{ label: t("restore.button", { date: format.instant(earlier.at) }) }]} />
        </Form>
      ) : null}
    </Section>
  );
}
