import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { signInFirst } from "#app/identity/parts/next.ts";
import { Breadcrumbs, ErrorSummary, Form, Notice, PageTitle, SubmitRow, TextArea } from "#app/ui/index.ts";
import { scopeOf, yearPath } from "./inventory/address.ts";
import { PublishedInventoryDocument, CorrectInventoryDocument } from "./inventory/correct-documents.ts";
import type { Route } from "./+types/correct.ts";

/** The published inventory of the address's year, for who may correct it: else sign-in, 404 or 403. */
async function load(args: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = args.context.get(servicesContext);
  const place = { city: args.params.slug, year: Number(args.params.year), scope: scopeOf(args.request) };
  if (!Number.isSafeInteger(place.year)) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const key = { slug: place.city, year: place.year, scope: place.scope, locale };
  const { inventory, city, viewer } = await query(args, PublishedInventoryDocument, key);
  if (inventory?.state !== "published") throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!viewer) throw signInFirst(args);
  if (!inventory.viewerCan.includes("footprint_correct")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  const isOpen = city?.footprint.drafts.some(({ year }) => year === place.year) ?? false;
  return { inventory, place, isOpen };
}

export const loader = async (args: Route.LoaderArgs) => ({ ...(await load(args)), key: crypto.randomUUID() });

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { inventory, place } = await load(args);
  const form = await readForm(args.request, locale);
  const variables = { id: inventory.id, reason: form.text("reason"), idempotencyKey: form.optional("key") };
  const answer = await mutate(args, CorrectInventoryDocument, variables);
  const { problem } = outcome(answer.correctInventory);
  return problem ? refill(problem, form) : redirect(localPath(locale, yearPath(place, "edit", { done: "correct" })));
}

export default function CorrectInventory({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  const format = useFormats();
  const { inventory, place, isOpen, key } = loaderData;
  const { city, language, publishedOn } = inventory;
  const form = useForm(actionData);
  const title = t("correct.title", { year: place.year });
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/cities/${city.slug}`), label: city.name },
          { href: link(`/cities/${city.slug}/footprint`), label: t("edit.footprint") },
          { href: link(yearPath(place)), label: String(place.year) },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} caption={city.name} lead={t("correct.lead")} />
      {publishedOn ? <p>{t("correct.published", { date: format.date(publishedOn) })}</p> : null}
      {isOpen ? (
        <Notice title={t("correct.open")}>
          <a href={link(yearPath(place, "edit"))}>{t("correct.goOn")}</a>
        </Notice>
      ) : (
        <Form hidden={{ key: form.key(key) }}>
          <TextArea
            name="reason"
            label={t("correct.reason")}
            hint={t("correct.reasonHint", { language: format.language(language) })}
            errors={form.errors("reason")}
            value={form.value("reason")}
            maxLength={2000}
            lang={language}
          />
          <SubmitRow
            buttons={[{ label: t("correct.start") }]}
            cancel={{ href: link(yearPath(place)), label: common("action.cancel") }}
          />
        </Form>
      )}
    </>
  );
}
