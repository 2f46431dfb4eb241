import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Disclosure, Form, Notice, SubmitRow, TaskList } from "#app/ui/index.ts";
import { yearPath } from "./inventory/address.ts";
import { GridChoice } from "./factor/grid-choice.tsx";
import { OfferedGridFactorsDocument, InventoryGridChoiceDocument, SetGridDocument } from "./factor/grid-documents.ts";
import { InventoryPage } from "./inventory/page.tsx";
import { inventoryToFill, toPage } from "./inventory/open.server.ts";
import type { Route } from "./+types/grid.ts";

type Args = Pick<Route.LoaderArgs, "request" | "context" | "params">;

/** The countries in which electricity is used, and the one that this page asks about. */
async function load(args: Args) {
  const open = await inventoryToFill(args);
  const { inventory } = await query(args, InventoryGridChoiceDocument, open.key);
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const chosen = inventory.grid.map(({ country }) => country);
  const countries = [...new Set([...inventory.missingGrid, ...chosen, open.city.country])];
  const asked = new URL(args.request.url).searchParams.get("country");
  const country = asked ?? inventory.missingGrid[0] ?? open.city.country;
  if (!countries.includes(country)) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { gridFactors } = await query(args, OfferedGridFactorsDocument, { country });
  const years = [...new Set(gridFactors.map(({ year }) => year))];
  const nearest = years.find((year) => year <= open.place.year) ?? null;
  const offered = gridFactors.filter(({ year }) => year === nearest);
  const current = inventory.grid.find((row) => row.country === country) ?? null;
  return { open, countries, missing: inventory.missingGrid, country, current, offered, nearest, years };
}

export const loader = (args: Route.LoaderArgs) => load(args);

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { open, country, missing } = await load(args);
  const form = await readForm(args.request, locale);
  if (open.locked) return refill({ issues: [], conflict: open.version }, form);
  const choice = form.text("choice");
  if (choice === "")
    return refill({ issues: [{ path: "choice", code: "required", params: {} }], conflict: null }, form);
  const own = {
    value: form.decimal("value"),
    low: form.decimal("low"),
    high: form.decimal("high"),
    sourceTitle: form.optional("sourceTitle"),
    sourceUrl: form.optional("sourceUrl"),
  };
  const input = choice === "own" ? { country, ...own } : { country, gridFactor: choice };
  const variables = { id: open.id, version: form.version(), input };
  const { problem } = outcome((await mutate(args, SetGridDocument, variables)).setInventoryGrid);
  if (problem) {
    const issues = problem.issues.map((issue) => (issue.path === "gridFactor" ? { ...issue, path: "choice" } : issue));
    return refill({ ...problem, issues }, form);
  }
  const next = missing.find((other) => other !== country);
  return redirect(next ? toPage(args, open, "grid", { country: next }) : toPage(args, open, "edit", { done: "saved" }));
}

export default function InventoryGrid({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const format = useFormats();
  const { open, countries, missing, country, current, offered, nearest, years } = loaderData;
  const { place } = open;
  const form = useForm(actionData, {
    version: String(open.version),
    choice: current ? (current.factor?.id ?? "own") : undefined,
    ...(current?.own
      ? {
          value: format.number(current.value),
          low: format.number(current.low),
          high: format.number(current.high),
          sourceTitle: current.sourceTitle,
          sourceUrl: current.sourceUrl,
        }
      : {}),
  });
  const name = format.country(country);
  return (
    <InventoryPage
      inventory={open}
      title={t("grid.title", { country: name, year: place.year })}
      lead={t("grid.lead")}
      form={form}
    >
      {countries.length > 1 ? (
        <TaskList
          label={t("grid.countries")}
          items={countries.map((code) => ({
            title: format.country(code),
            href: code === country ? undefined : link(yearPath(place, "grid", { country: code })),
            status: t(missing.includes(code) ? "grid.notChosen" : "grid.chosen"),
            tone: missing.includes(code) ? ("quiet" as const) : ("good" as const),
          }))}
        />
      ) : null}
      {nearest === place.year ? null : (
        <Notice tone="warning" title={t("grid.none", { country: name, year: place.year })}>
          <p>
            {years.length > 0
              ? t("grid.noneHint", { years: format.list(years.toSorted().map(String)) })
              : t("grid.noneAtAll")}
          </p>
        </Notice>
      )}
      {open.locked ? null : (
        <Form hidden={{ version: form.conflict ?? form.value("version") }}>
          <GridChoice form={form} factors={offered} year={place.year} />
          <Disclosure summary={t("grid.magnitudes")}>
            <p>{t("grid.magnitudesText")}</p>
          </Disclosure>
          <SubmitRow
            buttons={[{ label: common("action.saveAndContinue") }]}
            cancel={{ href: link(yearPath(place, "edit")), label: t("edit.back") }}
          />
        </Form>
      )}
    </InventoryPage>
  );
}
