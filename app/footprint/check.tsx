import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { fieldId, Section } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { CheckAnswers } from "./inventory/answers.tsx";
import { CheckInventoryDocument } from "./inventory/check-documents.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { MissingInInventory } from "./inventory/missing.tsx";
import { ArchiveForm, RestoreForm, SignOffForm } from "#app/review/parts/sign-off-form.tsx";
import { followButton } from "#app/review/parts/step.server.ts";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import { ResultSoFar } from "./result/so-far.tsx";
import type { Route } from "./+types/check.ts";

export async function loader(args: Route.LoaderArgs) {
  const open = await inventoryToFill(args);
  const { inventory, viewer } = await query(args, CheckInventoryDocument, open.key);
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const mayApprove = viewer?.memberships.some(({ role, city }) => role === "approver" && city.slug === open.city.slug);
  return { open, inventory, mayApprove: mayApprove ?? false };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const open = await inventoryToFill(args);
  const form = await readForm(args.request, locale);
  const intent = form.text("intent");
  const move = { id: open.id, version: form.version(), comment: form.optional("comment") };
  const problem = await followButton(args, "inventory", intent, move);
  if (problem) return refill(problem, form);
  if (intent === "archive") return redirect(localPath(locale, `/cities/${open.city.slug}/footprint`));
  return redirect(toPage(args, open, "edit", { done: intent === "requestAndSign" ? "sign" : intent }));
}

export default function CheckInventory({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  const { open, inventory, mayApprove } = loaderData;
  const read = useForm(actionData);
  const errors = read.summary.errors.map(({ field, text }) => ({
    text,
    field: field === "comment" ? field : "missing",
  }));
  const form = { ...read, summary: { ...read.summary, errors } };
  const may = (action: (typeof open.viewerCan)[number]) => open.viewerCan.includes(action);
  const canSign = may("footprint_sign_off");
  return (
    <InventoryPage
      inventory={open}
      title={t("common:signOff.title")}
      lead={t(canSign ? "check.leadApprover" : "common:signOff.lead")}
      form={form}
      conflict={[]}
    >
      <Section id={fieldId("missing")} title={t("common:signOff.missing")}>
        <MissingInInventory open={open} missing={inventory.missing} warnings={inventory.warnings} />
      </Section>
      <CheckAnswers open={open} inventory={inventory} />
      <Section title={t("edit.result")}>
        <ResultSoFar result={inventory.result} />
      </Section>
      <SignOffForm
        form={form}
        version={open.version}
        may={{
          request: may("footprint_request_sign_off"),
          sign: canSign,
          sendBack: may("footprint_send_back"),
          approve: mayApprove,
        }}
        hints={{ sign: t("check.signHint"), request: t("check.requestHint") }}
        cancel={{ href: link(yearPath(open.place, "edit")), label: t("edit.back") }}
      />
      {may("footprint_archive") ? (
        <ArchiveForm version={open.version} label={t("check.archive")} hint={t("check.archiveHint")} />
      ) : null}
      {may("footprint_restore") ? <RestoreForm form={form} version={open.version} /> : null}
    </InventoryPage>
  );
}
