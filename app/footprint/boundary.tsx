import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Checkboxes, Form, Notice, NumberField, Radios, Select, SubmitRow, TextArea } from "#app/ui/index.ts";
import { PERIMETERS, TENURES } from "#graphql/footprint/rules.ts";
import { yearPath } from "./inventory/address.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import { InventoryBoundaryDocument, UpdateInventoryDocument } from "./inventory/boundary-documents.ts";
import type { Route } from "./+types/boundary.ts";

export async function loader(args: Route.LoaderArgs) {
  const open = await inventoryToFill(args);
  const { inventory, city, factorSets } = await query(args, InventoryBoundaryDocument, open.key);
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const before = city?.footprint.inventories.find(({ year }) => year < open.place.year) ?? null;
  return { open, inventory, before, factorSets };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const open = await inventoryToFill(args);
  const form = await readForm(args.request, locale);
  if (open.locked) return refill({ issues: [], conflict: open.version }, form);
  const input = {
    version: form.version(),
    perimeters: PERIMETERS[open.place.scope].filter((code) => form.texts("perimeters").includes(code)),
    tenures: TENURES.filter((code) => form.texts("tenures").includes(code)),
    employees: form.whole("employees"),
    inhabitants: form.whole("inhabitants"),
    note: form.optional("note"),
    language: form.text("language"),
    factorSet: form.text("factorSet"),
  };
  const { done, problem } = outcome(
    (await mutate(args, UpdateInventoryDocument, { id: open.id, input })).updateInventory,
  );
  if (problem) return refill(problem, form);
  return redirect(
    done.missingGrid.length > 0 ? toPage(args, open, "grid") : toPage(args, open, "edit", { done: "saved" }),
  );
}

export default function InventoryBoundary({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common, i18n } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const { open, inventory, before, factorSets } = loaderData;
  const stored = {
    perimeters: [...inventory.perimeters],
    tenures: [...inventory.tenures],
    employees: inventory.employees?.toString(),
    inhabitants: inventory.inhabitants?.toString(),
    factorSet: inventory.factorSet.code,
    note: inventory.note,
    language: inventory.language,
  };
  const form = useForm(actionData, { version: String(open.version), ...stored });
  const field = (name: string) => ({
    name,
    label: t(`boundary.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const { perimeters: _perimeters, tenures: _tenures, ...group } = stored;
  const listed = (name: "perimeters" | "tenures", key: string) => ({
    label: t(`boundary.${name}`),
    mine: form
      .values(name)
      .map((code) => codes(`${key}.${code}`))
      .join(", "),
    theirs: stored[name].map((code) => codes(`${key}.${code}`)).join(", "),
  });
  const isOther = before && before.factorSet.code !== form.value("factorSet");
  return (
    <InventoryPage
      inventory={open}
      title={t("edit.task.boundary")}
      lead={t("boundary.lead")}
      form={form}
      conflict={[
        listed("perimeters", "perimeter"),
        listed("tenures", "tenure"),
        ...Object.entries(group).map(([name, theirs]) => ({
          label: t(`boundary.${name}`),
          mine: form.value(name),
          theirs: theirs ?? "",
          lang: name === "note" ? form.value("language") : undefined,
        })),
      ]}
    >
      {open.locked ? null : (
        <Form hidden={{ version: form.conflict ?? form.value("version") }}>
          <Checkboxes
            {...field("perimeters")}
            hint={t("boundary.perimetersHint")}
            values={form.values("perimeters")}
            options={PERIMETERS[open.place.scope].map((value) => ({
              value,
              label: codes(`perimeter.${value}`),
              hint: t(`boundary.perimeterHint.${value}`),
            }))}
          />
          <Checkboxes
            {...field("tenures")}
            hint={t("boundary.tenuresHint")}
            values={form.values("tenures")}
            options={TENURES.map((value) => ({ value, label: codes(`tenure.${value}`) }))}
          />
          {open.place.scope === "administration" ? (
            <NumberField {...field("employees")} whole hint={t("boundary.employeesHint")} mark={common("optional")} />
          ) : null}
          <NumberField {...field("inhabitants")} whole mark={common("optional")} />
          {isOther ? (
            <Notice tone="warning" title={t("boundary.otherSet", { year: before.year })}>
              <p>
                {t("boundary.otherSetHint")} <b lang="en">{before.factorSet.title}</b>
              </p>
            </Notice>
          ) : null}
          <Radios
            {...field("factorSet")}
            hint={
              <>
                {t("boundary.factorSetHint")} <a href={link("/footprint/factors")}>{t("boundary.factors")}</a>
              </>
            }
            options={factorSets.map((set) => ({
              value: set.code,
              label: <span lang="en">{set.title}</span>,
              hint: `${set.publisher}, ${set.publicationYear}. ${comparedWith(set)}`.trim(),
            }))}
          />
          <TextArea
            {...field("note")}
            hint={t("boundary.noteHint")}
            maxLength={4000}
            mark={common("optional")}
            lang={form.value("language")}
          />
          <Select {...field("language")} hint={t("boundary.languageHint")} options={languageOptions(i18n.language)} />
          <SubmitRow
            buttons={[{ label: common("action.saveAndContinue") }]}
            cancel={{ href: link(yearPath(open.place, "edit")), label: t("edit.back") }}
          />
        </Form>
      )}
    </InventoryPage>
  );

  function comparedWith({ code, isDefault }: (typeof factorSets)[number]) {
    if (!before) return isDefault ? t("boundary.usual") : "";
    return t(before.factorSet.code === code ? "boundary.sameSet" : "boundary.breaks", { year: before.year });
  }
}
