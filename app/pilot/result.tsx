import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, Disclosure, ErrorSummary, Form, PageTitle, SubmitRow } from "#app/ui/index.ts";
import { type EditedPilot, pilotToAddTo } from "./parts/edit.server.ts";
import { LockedPilot } from "./parts/locked.tsx";
import { ResultFields } from "./result/fields.tsx";
import { RemoveResultDocument, ResultFormDocument, postedResult, SaveResultDocument } from "./result/result.server.ts";
import type { Route } from "./+types/result.ts";

type Args = Pick<Route.LoaderArgs, "request" | "context"> & { params: { slug: string; id?: string } };

/** The pilot, the lists to choose from, and the result to change where the address names one; it must be this pilot's. */
async function load(args: Args) {
  const pilot: EditedPilot = await pilotToAddTo(args);
  const { indicators, units, pilot: withResults } = await query(args, ResultFormDocument, { slug: pilot.slug });
  const result = withResults?.results.find(({ id }) => id === args.params.id) ?? null;
  if (args.params.id && !result) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { pilot, result, indicators, units };
}

export const loader = async (args: Route.LoaderArgs) => ({ ...(await load(args)), key: crypto.randomUUID() });

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { pilot, result } = await load(args);
  const form = await readForm(args.request, locale);
  const done = redirect(localPath(locale, `/pilots/${pilot.slug}?saved`));
  if (result && pilot.locked) return refill({ issues: [], conflict: null }, form);
  if (result && form.text("intent") === "remove") {
    const answer = await mutate(args, RemoveResultDocument, {
      id: pilot.id,
      resultId: result.id,
      version: form.version(),
    });
    const { problem } = outcome(answer.removeResult);
    return problem ? refill(problem, form) : done;
  }
  const read = postedResult(form);
  if (read.problem) return refill(read.problem, form);
  const version = result ? form.version() : null;
  const answer = await mutate(args, SaveResultDocument, {
    id: pilot.id,
    resultId: result?.id ?? null,
    input: read.input,
    version,
    idempotencyKey: result ? null : form.optional("key"),
  });
  const { problem } = outcome(answer.saveResult);
  return problem ? refill(problem, form) : done;
}

export default function EditResult({
  loaderData: { pilot, result, indicators, units, key },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const form = useForm(actionData, {
    version: String(pilot.version),
    ...(result
      ? {
          indicatorCode: result.indicator.code,
          value: format.number(result.value),
          unitCode: result.unit.code,
          comparator: result.comparator,
          direction: result.direction,
          span: result.span,
          evidence: result.evidence,
          baseline: result.baseline,
          method: result.method,
          note: result.note,
          language: result.language,
          sourceTitle: result.source?.title,
          sourceUrl: result.source?.url,
        }
      : { comparator: "equal", direction: "reduction", span: "year", unitCode: "percent", language: pilot.language }),
  });
  const title = t(result ? "result.change" : "action.result");
  const isLocked = result !== null && pilot.locked;
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language }, { label: title }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("result.lead")} />
      {isLocked ? <LockedPilot pilot={pilot} /> : null}
      {isLocked ? null : (
        <Form hidden={{ version: form.conflict ?? form.value("version"), key: form.key(key) }}>
          <ResultFields form={form} stored={result} indicators={indicators} units={units} />
          <SubmitRow
            buttons={[{ label: t("result.save") }]}
            cancel={{ href: link(`/pilots/${pilot.slug}`), label: common("action.cancel") }}
          />
        </Form>
      )}
      {result && !isLocked ? (
        <Disclosure summary={t("result.remove")}>
          <Form hidden={{ version: pilot.version }} label={t("result.remove")}>
            <p>{t("result.removeHint")}</p>
            <SubmitRow buttons={[{ label: t("result.remove"), name: "intent", value: "remove", look: "danger" }]} />
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
