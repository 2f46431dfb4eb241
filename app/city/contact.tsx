import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, PageTitle } from "#app/ui/index.ts";
import { ContactForm, contactFrom } from "./parts/contact-form.tsx";
import { cityWithContacts, SaveContactDocument } from "./parts/contacts.server.ts";
import type { Route } from "./+types/contact.ts";

export async function loader(args: Route.LoaderArgs) {
  const city = await cityWithContacts(args);
  const contact = city.contacts.find(({ id }) => id === args.params.id);
  if (!contact) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { city, contact };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const city = await cityWithContacts(args);
  const form = await readForm(args.request, locale);
  const variables = {
    cityId: city.id,
    contactId: args.params.id,
    input: { ...contactFrom(form), version: form.version() },
  };
  const { saveContact } = await mutate(args, SaveContactDocument, variables);
  const { problem } = outcome(saveContact);
  return problem ? refill(problem, form) : redirect(`${localPath(locale, `/cities/${city.slug}/contacts`)}?saved`);
}

export default function EditContact({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  const link = useLink();
  const { city, contact } = loaderData;
  const { name, role, email, phone, shown } = contact;
  const form = useForm(actionData, { name, role, email, phone, shown: shown ? "yes" : null });
  const list = link(`/cities/${city.slug}/contacts`);
  return (
    <>
      <title>{`${form.title(t("contacts.edit", { name }))} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/cities/${city.slug}`), label: city.name },
          { href: list, label: t("contacts.crumb") },
          { label: name },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={t("contacts.edit", { name })} />
      <ConflictNotice
        conflict={form.conflict}
        fields={(["name", "role", "email", "phone"] as const).map((field) => ({
          label: t(`contacts.${field}`),
          mine: form.value(field),
          theirs: contact[field] ?? "",
        }))}
      />
      <ContactForm
        form={form}
        unseen={{ version: form.conflict ?? (form.value("version") || contact.version) }}
        button={common("action.save")}
        cancel={{ href: list, label: common("action.cancel") }}
      />
    </>
  );
}
