import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { contentSecurityPolicy } from "#app/middleware/security.ts";
import { ButtonLink, Form, Notice, SubmitRow } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { RemoveLineDocument, SaveLineDocument } from "./line/documents.ts";
import { LineFields } from "./line/fields.tsx";
import { LineRemoval } from "./line/removal.tsx";
import { SavedLineResult } from "./line/result.tsx";
import { liveBasisOf, postedLine, loadLine, storedLine, withBlanks } from "./line/edit.server.ts";
import { LiveResult } from "./line/live-result.tsx";
// oxlint-disable-next-line import/default -- the build answers with the address of the island's file
import live from "./line/live.ts?worker&url";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import { useStoredLine } from "./line/stored.ts";
import { useTypical } from "./line/typical.ts";
import type { Route } from "./+types/line.ts";

/** Null on the page that adds a line. */
function lineIdOf({ params }: { params: { id?: string } }): string | null {
  return params.id ?? null;
}

/** This page alone runs a script: the island that works the line out while it is typed. */
export function headers() {
  return { "content-security-policy": contentSecurityPolicy("script-src 'self'") };
}

export async function loader(args: Route.LoaderArgs) {
  const id = lineIdOf(args);
  const open = await inventoryToFill(args);
  const { searchParams } = new URL(args.request.url);
  const found = await loadLine(args, open, id);
  const basis = await liveBasisOf(args, open, found);
  const saved = id === null ? await storedLine(args, open, searchParams.get("saved")) : null;
  const asked = searchParams.get("category");
  const category = found.categories.find(({ code }) => code === asked)?.code ?? "";
  const ask = id !== null && searchParams.has("remove");
  return {
    open,
    ...found,
    basis,
    category,
    saved: searchParams.has("saved") ? (saved ?? found.line) : null,
    ask,
    key: crypto.randomUUID(),
  };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const lineId = lineIdOf(args);
  const open = await inventoryToFill(args);
  const form = await readForm(args.request, locale);
  const intent = form.text("intent");
  if (open.locked) return refill({ issues: [], conflict: open.version }, form);
  await storedLine(args, open, lineId);
  if (intent === "remove" && lineId !== null) {
    const variables = { id: open.id, version: form.version(), lineId };
    const { removeInventoryLine } = await mutate(args, RemoveLineDocument, variables);
    const { problem } = outcome(removeInventoryLine);
    return problem ? refill(problem, form) : redirect(toPage(args, open, "edit", { done: "removed" }));
  }
  if (intent === "show") return data({ problem: { issues: [], conflict: null }, values: form.values });
  const input = { ...postedLine(form, open), version: lineId === null ? null : form.version() };
  const idempotencyKey = lineId === null ? form.optional("key") : null;
  const answer = await mutate(args, SaveLineDocument, { id: open.id, lineId, input, idempotencyKey });
  const { done, problem } = outcome(answer.saveInventoryLine);
  if (problem) return refill(withBlanks(problem, form), form);
  return redirect(
    intent === "another"
      ? toPage(args, open, "lines/new", { saved: done.id, category: input.category })
      : toPage(args, open, `lines/${done.id}`, { saved: "yes" }),
  );
}

export default function EditLine({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const { open, inventory, sets, categories, line, basis, category, saved, ask, key } = loaderData;
  const { stored, compared } = useStoredLine(open, inventory, line, category);
  const form = useForm(actionData, stored);
  const typical = useTypical(sets, inventory.factorSet.code);
  const list = link(yearPath(open.place, "edit"));
  const title = t(line ? "line.change" : "edit.add");
  if (line && ask && !open.locked) return <LineRemoval open={open} line={line} form={form} />;
  const hints = Object.fromEntries(["", ...categories.map(({ code }) => code)].map((code) => [code, typical(code)]));
  return (
    <InventoryPage inventory={open} title={title} lead={t("line.lead")} form={form} conflict={compared(form)}>
      {saved && !actionData ? (
        <Notice tone="success" role="status" title={t("line.saved", { category: t(`category.${saved.category}`) })}>
          <SavedLineResult line={saved} inventory={inventory} />
          <ButtonLink href={list}>{t("edit.back")}</ButtonLink>
        </Notice>
      ) : null}
      {open.locked ? null : (
        <Form
          action={link(yearPath(open.place, line ? `lines/${line.id}` : "lines/new"))}
          hidden={{ version: form.conflict ?? form.value("version"), key: line ? null : form.key(key) }}
        >
          <LineFields
            form={form}
            open={open}
            inventory={inventory}
            line={line}
            categories={categories}
            typical={typical(form.value("category"))}
          />
          <LiveResult basis={basis} hints={hints} />
          <SubmitRow
            buttons={[
              { label: common("action.save"), name: "intent", value: "save" },
              { label: t("common:action.saveAndAdd"), name: "intent", value: "another" },
              { label: t("line.show"), name: "intent", value: "show", look: "secondary" },
            ]}
            cancel={{ href: list, label: t("edit.back") }}
          />
        </Form>
      )}
      {line && !open.locked ? (
        <p>
          <a href={link(yearPath(open.place, `lines/${line.id}`, { remove: "yes" }))}>{t("line.remove")}</a>
        </p>
      ) : null}
      {open.locked ? null : <script type="module" src={live} />}
    </InventoryPage>
  );
}
