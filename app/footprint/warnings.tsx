import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ButtonLink, Notice } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { openInventory, toPage } from "./inventory/open.server.ts";
import { WarningItem } from "./warning/item.tsx";
import { InventoryWarningsDocument, AcceptWarningDocument, WithdrawAcceptanceDocument } from "./warning/documents.ts";
import type { Route } from "./+types/warnings.ts";

export async function loader(args: Route.LoaderArgs) {
  const open = await openInventory(args);
  const { inventory, city } = await query(args, InventoryWarningsDocument, open.key);
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const yearBefore = city?.footprint.inventories.find(({ year }) => year < open.place.year)?.year ?? null;
  return { open, inventory, yearBefore, saved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const open = await openInventory(args);
  const form = await readForm(args.request, locale);
  const key = form.text("key");
  const about = { id: open.id, version: form.version(), key };
  const reason = form.text(`reason.${key}`);
  const { problem } =
    form.text("intent") === "withdraw"
      ? outcome((await mutate(args, WithdrawAcceptanceDocument, about)).withdrawAcceptance)
      : outcome((await mutate(args, AcceptWarningDocument, { ...about, reason })).acceptWarning);
  if (!problem) return redirect(toPage(args, open, "warnings", { saved: "yes" }));
  const issues = problem.issues.map((issue) => ({ ...issue, path: `reason.${key}` }));
  return refill({ ...problem, issues }, form);
}

export default function InventoryWarnings({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  const { open, inventory, yearBefore, saved } = loaderData;
  const form = useForm(actionData);
  const { publisher, publicationYear } = inventory.factorSet;
  return (
    <InventoryPage inventory={open} title={t("edit.task.warnings")} lead={t("warnings.lead")} form={form}>
      {saved && !actionData ? (
        <Notice tone="success" role="status">
          {t("edit.done.saved")}
        </Notice>
      ) : null}
      {inventory.warnings.length === 0 ? <p>{t("warnings.none")}</p> : null}
      {inventory.warnings.map((warning) => (
        <WarningItem
          key={warning.key}
          warning={warning}
          open={open}
          form={form}
          reference={{ set: `${publisher} ${publicationYear}`, year: yearBefore }}
        />
      ))}
      <p>
        <ButtonLink href={link(yearPath(open.place, "edit"))} look="secondary">
          {t("edit.back")}
        </ButtonLink>
      </p>
    </InventoryPage>
  );
}
