import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { signInFirst } from "#app/identity/parts/next.ts";
import { Breadcrumbs, ErrorSummary, Form, Notice, PageTitle, Radios, Select, SubmitRow } from "#app/ui/index.ts";
import { FIRST_YEAR } from "#graphql/footprint/inventory/input.ts";
import { SCOPES } from "#graphql/footprint/rules.ts";
import { scopeOf, yearPath } from "./inventory/address.ts";
import { NewInventoryDocument, StartInventoryDocument } from "./inventory/new-documents.ts";
import type { Route } from "./+types/new.ts";

type Args = Pick<Route.LoaderArgs, "request" | "context" | "params">;

async function load(args: Args) {
  const { locale, context } = args.context.get(servicesContext);
  const { city, viewer } = await query(args, NewInventoryDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!viewer) throw signInFirst(args);
  const { administration, territory } = city;
  if (!administration.viewerCan.includes("footprint_start")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const thisYear = Number(context.clock.today().slice(0, 4));
  const earlier = [administration, territory]
    .flatMap(({ inventories, drafts }) => [...inventories, ...drafts])
    .toSorted((a, b) => b.year - a.year || a.scope.localeCompare(b.scope));
  return { city, thisYear, earlier };
}

export async function loader(args: Route.LoaderArgs) {
  const { city, thisYear, earlier } = await load(args);
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index);
  const asked = Number(new URL(args.request.url).searchParams.get("year"));
  const year = years.includes(asked) ? asked : thisYear - 1;
  const key = crypto.randomUUID();
  return { city: { slug: city.slug, name: city.name }, years, year, scope: scopeOf(args.request), earlier, key };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { city } = await load(args);
  const form = await readForm(args.request, locale);
  const begin = form.text("begin");
  const input = {
    year: form.whole("year") ?? 0,
    scope: SCOPES.find((scope) => scope === form.text("scope")) ?? "administration",
    copyFrom: begin === "nothing" || begin === "spreadsheet" ? null : begin,
    language: city.language,
  };
  if (begin === "") return refill({ issues: [{ path: "begin", code: "required", params: {} }], conflict: null }, form);
  const variables = { cityId: city.id, input, idempotencyKey: form.optional("key") };
  const { done, problem } = outcome((await mutate(args, StartInventoryDocument, variables)).startInventory);
  if (problem) {
    const issues = problem.issues.map((issue) => (issue.path === "copyFrom" ? { ...issue, path: "begin" } : issue));
    return refill({ ...problem, issues }, form);
  }
  const page = begin === "spreadsheet" ? "import" : "edit";
  const more = { done: page === "edit" ? (input.copyFrom ? "copied" : "started") : null };
  return redirect(localPath(locale, yearPath({ city: city.slug, year: done.year, scope: done.scope }, page, more)));
}

export default function NewInventory({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const { city, years, year, scope, earlier, key } = loaderData;
  const newest = earlier.find((one) => one.scope === scope && one.year < year && one.lineCount > 0);
  const form = useForm(actionData, { year: String(year), scope, begin: newest?.id ?? "nothing" });
  const begun = earlier.filter(({ state }) => state !== "published");
  const title = t("new.title", { city: city.name });
  const field = (name: string) => ({
    name,
    label: t(`new.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const stateOf = (wanted: number) =>
    earlier.find((one) => one.year === wanted && one.scope === "administration")?.state;
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/cities/${city.slug}`), label: city.name },
          { href: link(`/cities/${city.slug}/footprint`), label: t("edit.footprint") },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("new.lead")} />
      {begun.length > 0 ? (
        <Notice title={t("new.begun")}>
          <ul>
            {begun.map((one) => (
              <li key={one.id}>
                <a href={link(yearPath({ city: city.slug, year: one.year, scope: one.scope }, "edit"))}>
                  {t("new.goOn", { year: one.year, scope: codes(`inventoryScope.${one.scope}`) })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Form hidden={{ key: form.key(key) }}>
        <Select
          {...field("year")}
          hint={t("new.yearHint")}
          width="medium"
          options={years.map((value) => {
            const state = stateOf(value);
            const label = state ? t("new.yearTaken", { year: value, state: codes(`inventoryState.${state}`) }) : value;
            return { value: String(value), label: String(label) };
          })}
        />
        <Radios
          {...field("scope")}
          options={SCOPES.map((value) => ({
            value,
            label: codes(`inventoryScope.${value}`),
            hint: t(`new.scopeHint.${value}`),
          }))}
        />
        <Radios
          {...field("begin")}
          hint={earlier.length > 0 ? t("new.beginHint") : undefined}
          options={[
            ...earlier.map((one) => ({
              value: one.id,
              label: t(one.scope === "territory" ? "new.copyTerritory" : "new.copy", { year: one.year }),
              hint: t("new.copyHint", { count: one.lineCount, state: codes(`inventoryState.${one.state}`) }),
            })),
            { value: "spreadsheet", label: t("new.spreadsheet"), hint: t("new.spreadsheetHint") },
            { value: "nothing", label: t("new.nothing"), hint: t("new.nothingHint") },
          ]}
        />
        <SubmitRow
          buttons={[{ label: t("new.start") }]}
          cancel={{ href: link(`/cities/${city.slug}/footprint`), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
