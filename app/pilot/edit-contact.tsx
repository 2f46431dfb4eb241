import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Notice, Radios } from "#app/ui/index.ts";
import { loadStep, saveFields } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-contact.ts";

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  return saveFields(args, "contact", (form) => ({ contactId: form.optional("contactId") }));
}

export default function EditContact({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  const form = useForm(actionData, { version: String(pilot.version), contactId: pilot.contact?.id });
  const joined = pilot.cities.filter(({ confirmed }) => confirmed).map(({ city }) => city);
  const contacts = joined.flatMap((city) => city.contacts.map((contact) => ({ ...contact, city: city.name })));
  const nameOf = (id: string | undefined) => contacts.find((contact) => contact.id === id)?.name ?? "";
  return (
    <StepPage
      pilot={pilot}
      step="contact"
      form={form}
      conflict={[
        { label: t("field.contact"), mine: nameOf(form.value("contactId")), theirs: nameOf(pilot.contact?.id) },
      ]}
    >
      {contacts.length === 0 ? (
        <Notice tone="warning">{t("contacts.none")}</Notice>
      ) : (
        <Radios
          name="contactId"
          label={t("field.contact")}
          errors={form.errors("contactId")}
          value={form.value("contactId")}
          options={contacts.map(({ id, name, role, city, shown }) => ({
            value: id,
            label: name,
            hint: [role, city, t(shown ? "contacts.shown" : "contacts.hidden")].filter(Boolean).join(" · "),
          }))}
        />
      )}
      {joined.map((city) => (
        <p key={city.slug}>
          <a href={link(`/cities/${city.slug}/contacts`)}>{t("contacts.edit", { city: city.name })}</a>
        </p>
      ))}
    </StepPage>
  );
}
