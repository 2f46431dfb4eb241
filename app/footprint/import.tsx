import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Actions, ButtonLink, FileField, Form, Notice, Section, SubmitRow } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { atFile, readSheetFile } from "./sheet/import.server.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import type { Route } from "./+types/import.ts";

const limits = { megabytes: 5, lines: 5000 };

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const problem = atFile("sheet_too_large", { megabytes: String(limits.megabytes) });
  return {
    inventory: await inventoryToFill(args),
    refused: searchParams.has("too-large") ? { problem, values: {} } : undefined,
    discarded: searchParams.has("discarded"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const inventory = await inventoryToFill(args);
  if (inventory.locked) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const form = await readForm(args.request, locale);
  const file = form.file("file");
  if (!file) return refill(atFile("file_needed"), form);
  const { importId, problem } = await readSheetFile(args, inventory, file, locale);
  return problem ? refill(problem, form) : redirect(toPage(args, inventory, `import/${encodeURIComponent(importId)}`));
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { inventory, refused, discarded } = loaderData;
  const link = useLink();
  const form = useForm(actionData ?? refused);
  return (
    <InventoryPage inventory={inventory} title={t("edit.import")} lead={t("import.lead")} form={form}>
      {discarded && !actionData ? (
        <Notice tone="success" role="status">
          {t("import.discarded")}
        </Notice>
      ) : null}
      <Section title={t("import.templates")} intro={t("import.templatesIntro")}>
        <Actions>
          <ButtonLink look="secondary" href={link("/footprint/template/xlsx")}>
            {t("import.xlsx")}
          </ButtonLink>
          <ButtonLink look="secondary" href={link("/footprint/template/csv")}>
            {t("import.csv")}
          </ButtonLink>
        </Actions>
      </Section>
      {inventory.locked ? null : (
        <SendSheet errors={form.errors("file")} cancel={link(yearPath(inventory.place, "edit"))} />
      )}
    </InventoryPage>
  );
}

function SendSheet({ errors, cancel }: { errors: string[]; cancel: string }) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const format = useFormats();
  return (
    <Section title={t("import.send")}>
      <Form multipart>
        <FileField
          name="file"
          label={t("import.file")}
          hint={t("import.fileHint", {
            megabytes: format.number(limits.megabytes),
            lines: format.number(limits.lines),
          })}
          errors={errors}
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <p>{t("import.nothingYet")}</p>
        <SubmitRow buttons={[{ label: t("import.read") }]} cancel={{ href: cancel, label: common("action.cancel") }} />
      </Form>
    </Section>
  );
}
