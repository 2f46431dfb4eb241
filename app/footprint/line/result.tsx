import { useTranslation } from "#app/i18n/words.ts";
import { SummaryList } from "#app/ui/index.ts";
import { useEstimates } from "./estimates.ts";
import type { LineInventory, StoredLine } from "./edit.server.ts";

type Props = { line: Pick<StoredLine, "use" | "manufacture" | "total">; inventory: Pick<LineInventory, "result"> };

/** What a saved line comes to, and the inventory with it. */
export function SavedLineResult({ line, inventory }: Props) {
  const { t } = useTranslation("footprint");
  const write = useEstimates();
  return (
    <SummaryList
      items={[
        { term: t("line.result.use"), value: write.line(line.use) },
        { term: t("line.result.manufacture"), value: write.line(line.manufacture) },
        { term: t("line.result.line"), value: write.line(line.total) },
        { term: t("line.result.total"), value: write.total(inventory.result.total) },
      ]}
    />
  );
}
