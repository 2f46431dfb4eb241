import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql, readFragment } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ButtonLink, Form, Notice, Section, SubmitRow } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { ApplySheet } from "./sheet/apply.tsx";
import { applySheet, discardSheet } from "./sheet/import.server.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import { SheetIssueFragment, SheetIssues, useIssueText } from "./sheet/issues.tsx";
import { SheetPreview } from "./sheet/preview.tsx";
import type { Route } from "./+types/import-check.ts";

export const SheetImportDocument = graphql(`
  query SheetImport($inventory: ID!, $import: ID!) {
    node(id: $inventory) {
      ... on Inventory {
        import(id: $import) {
          id
          fileName
          lineCount
          issues {
            ...SheetIssue
          }
          notices {
            ...SheetIssue
          }
          preview {
            ...SheetLine
          }
        }
      }
    }
  }
`);

/** The sheet of the address, as it was read for the open inventory. */
async function found(args: Route.LoaderArgs | Route.ActionArgs) {
  const inventory = await inventoryToFill(args);
  const { node } = await query(args, SheetImportDocument, { inventory: inventory.id, import: args.params.id });
  const sheet = node && "import" in node ? node.import : null;
  if (!sheet) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { inventory, sheet };
}

export async function loader(args: Route.LoaderArgs) {
  return found(args);
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { inventory, sheet } = await found(args);
  const form = await readForm(args.request, locale);
  const kept = { id: inventory.id, version: form.version(), importId: sheet.id };
  if (form.text("intent") === "discard") {
    const { problem } = outcome(await discardSheet(args, kept));
    return problem ? refill(problem, form) : redirect(toPage(args, inventory, "import", { discarded: "yes" }));
  }
  const mode = (["add", "replace"] as const).find((one) => one === form.text("mode"));
  if (!mode) return refill({ conflict: null, issues: [{ path: "mode", code: "mode_needed", params: {} }] }, form);
  const { problem } = outcome(await applySheet(args, { ...kept, mode }));
  return problem ? refill(problem, form) : redirect(toPage(args, inventory, "edit", { saved: "yes" }));
}

export default function CheckImport({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { inventory, sheet } = loaderData;
  const link = useLink();
  const text = useIssueText();
  const form = useForm(actionData);
  const faulty = sheet.issues.length > 0;
  const lead = t("import.wasRead", { count: sheet.lineCount, file: sheet.fileName });
  return (
    <InventoryPage inventory={inventory} title={t("import.checkTitle")} lead={lead} form={form}>
      {readFragment(SheetIssueFragment, sheet.notices).map((notice) => (
        <Notice key={notice.code} tone="warning">
          {text(notice)}
        </Notice>
      ))}
      {faulty ? (
        <Section title={t("import.issuesTitle", { count: sheet.issues.length })} intro={t("import.issuesIntro")}>
          <SheetIssues issues={sheet.issues} />
          <ButtonLink href={link(yearPath(inventory.place, "import"))}>{t("import.again")}</ButtonLink>
        </Section>
      ) : null}
      {sheet.preview.length > 0 ? (
        <Section
          title={t("import.preview")}
          intro={t("import.previewIntro", { count: sheet.preview.length, total: sheet.lineCount })}
        >
          <SheetPreview lines={sheet.preview} />
        </Section>
      ) : null}
      {faulty ? (
        <Form hidden={{ version: inventory.version }} label={t("import.discard")}>
          <SubmitRow buttons={[{ label: t("import.discard"), name: "intent", value: "discard", look: "secondary" }]} />
        </Form>
      ) : (
        <ApplySheet form={form} version={inventory.version} lines={sheet.lineCount} there={inventory.lineCount} />
      )}
    </InventoryPage>
  );
}
