import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { query } from "#app/api/query.server.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { ButtonLink, Notice, PlainText, Section, StatusTag, TaskList } from "#app/ui/index.ts";
import { AddLines } from "./line/add-lines.tsx";
import { yearPath } from "./inventory/address.ts";
import { InventoryTasksDocument } from "./inventory/edit-documents.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { Reviews } from "#app/review/parts/reviews.tsx";
import { LinesTable } from "./line/table.tsx";
import { openInventory } from "./inventory/open.server.ts";
import { ResultSoFar } from "./result/so-far.tsx";
import { useInventoryTasks } from "./inventory/tasks.ts";
import type { Route } from "./+types/edit.ts";

const notices = [
  "saved",
  "removed",
  "started",
  "copied",
  "correct",
  "request",
  "sign",
  "sendBack",
  "withdraw",
] as const;

export async function loader(args: Route.LoaderArgs) {
  const open = await openInventory(args);
  const { searchParams } = new URL(args.request.url);
  const shown = { category: searchParams.get("category"), after: searchParams.get("after") };
  const answer = await query(args, InventoryTasksDocument, { ...open.key, ...shown });
  if (!answer.inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const done = notices.find((name) => name === searchParams.get("done")) ?? null;
  return { open, inventory: answer.inventory, categories: answer.equipmentCategories, shown, done };
}

export default function EditInventory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const format = useFormats();
  const { open, inventory, categories, shown, done } = loaderData;
  const { place, state, lineCount, locked } = open;
  const tasks = useInventoryTasks(open, inventory);
  const form = useForm(undefined);
  const mayAct = open.viewerCan.length > 0;
  return (
    <InventoryPage inventory={open} title={t("edit.title", { year: place.year })} form={form}>
      {done ? (
        <Notice tone="success" role="status">
          {t(`edit.done.${done}`)}
        </Notice>
      ) : null}
      <p>
        <StatusTag tone={state === "changes_requested" ? "risk" : "busy"}>{codes(`inventoryState.${state}`)}</StatusTag>{" "}
        {locked ? null : t(`edit.next.${state as Exclude<typeof state, "published" | "superseded" | "archived">}`)}
      </p>
      {inventory.reason ? (
        <Section title={t("edit.reason", { revision: format.number(open.revision) })}>
          <PlainText text={inventory.reason} lang={open.language} />
        </Section>
      ) : null}
      {mayAct ? (
        <Section title={t("edit.tasks")}>
          <TaskList label={t("edit.tasks")} items={tasks} />
          {open.viewerCan.includes("footprint_sign_off") ? (
            <ButtonLink href={link(yearPath(place, "check"))}>{t("common:signOff.checkAndSign")}</ButtonLink>
          ) : null}
        </Section>
      ) : null}
      {lineCount > 0 ? (
        <Section title={t("edit.result")} intro={t("edit.resultIntro")}>
          <ResultSoFar result={inventory.result} />
        </Section>
      ) : null}
      <Section id="lines" title={t("edit.lines")} intro={lineCount === 0 ? t("edit.noLines") : undefined}>
        {lineCount > 0 ? (
          <LinesTable place={place} lines={inventory.lines} language={open.language} open={!locked} shown={shown} />
        ) : null}
        {locked ? null : <AddLines place={place} categories={categories} />}
      </Section>
      {inventory.reviews.length > 0 ? (
        <Section title={t("edit.reviews")}>
          <Reviews reviews={inventory.reviews} />
        </Section>
      ) : null}
    </InventoryPage>
  );
}
