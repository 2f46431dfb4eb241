import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, SubmitRow, SummaryList } from "#app/ui/index.ts";
import { yearPath } from "../inventory/address.ts";
import { useEstimates } from "./estimates.ts";
import { InventoryPage } from "../inventory/page.tsx";
import type { StoredLine } from "./edit.server.ts";
import type { OpenInventory } from "../inventory/open.server.ts";

/** Asks once before a line is removed. */
export function LineRemoval({ open, line, form }: { open: OpenInventory; line: StoredLine; form: FormState }) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const format = useFormats();
  const write = useEstimates();
  return (
    <InventoryPage inventory={open} title={t("line.removeTitle")} lead={t("line.removeLead")} form={form}>
      <SummaryList
        items={[
          { term: t("line.category"), value: t(`category.${line.category}`) },
          ...(line.label ? [{ term: t("line.label"), value: line.label, lang: open.language }] : []),
          { term: t("line.quantity"), value: format.number(line.quantity) },
          { term: t("line.result.line"), value: write.line(line.total) },
        ]}
      />
      <Form
        action={link(yearPath(open.place, `lines/${line.id}`, { remove: "yes" }))}
        hidden={{ version: form.conflict ?? open.version }}
        label={t("line.removeTitle")}
      >
        <SubmitRow
          buttons={[{ label: t("line.remove"), name: "intent", value: "remove", look: "danger" }]}
          cancel={{ href: link(yearPath(open.place, "edit")), label: common("action.cancel") }}
        />
      </Form>
    </InventoryPage>
  );
}
