import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { ContactForm, contactFrom } from "./parts/contact-form.tsx";
import { ContactTable } from "./parts/contact-table.tsx";
import { cityWithContacts, SaveContactDocument } from "./parts/contacts.server.ts";
import type { Route } from "./+types/contacts.ts";

export const RemoveContactDocument = graphql(`
  mutation RemoveContact($id: ID!, $version: Int!) {
    removeContact(id: $id, version: $version) {
      __typename
      ...Refusal
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const done = (["saved", "removed"] as const).find((name) => searchParams.has(name)) ?? null;
  return { city: await cityWithContacts(args), done, key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const city = await cityWithContacts(args);
  const form = await readForm(args.request, locale);
  const page = localPath(locale, `/cities/${city.slug}/contacts`);
  if (form.text("intent") === "remove") {
    const variables = { id: form.text("contact"), version: form.version() };
    const { problem } = outcome((await mutate(args, RemoveContactDocument, variables)).removeContact);
    return problem ? refill(problem, form) : redirect(`${page}?removed`);
  }
  const variables = { cityId: city.id, input: contactFrom(form), idempotencyKey: form.optional("key") };
  const { saveContact } = await mutate(args, SaveContactDocument, variables);
  const { problem } = outcome(saveContact);
  return problem ? refill(problem, form) : redirect(`${page}?saved`);
}

export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  const link = useLink();
  const { city, done, key } = loaderData;
  const form = useForm(actionData);
  return (
    <>
      <title>{`${form.title(t("contacts.title", { name: city.name }))} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/cities"), label: common("nav.cities") },
          { href: link(`/cities/${city.slug}`), label: city.name },
          { label: t("contacts.crumb") },
        ]}
      />
      <ErrorSummary {...form.summary} />
      {done ? (
        <Notice role="status" tone="success">
          {t(`contacts.${done}`)}
        </Notice>
      ) : null}
      <PageTitle title={t("contacts.title", { name: city.name })} lead={t("contacts.lead")} />
      <ConflictNotice conflict={form.conflict} fields={[]} />
      <ContactTable contacts={city.contacts} page={link(`/cities/${city.slug}/contacts`)} />
      <Section title={t("contacts.add")}>
        <ContactForm
          form={form}
          unseen={{ key: form.key(key) }}
          button={t("contacts.addButton")}
          cancel={{ href: link(`/cities/${city.slug}`), label: common("action.back") }}
        />
      </Section>
    </>
  );
}
