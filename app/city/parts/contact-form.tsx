import { useTranslation } from "#app/i18n/words.ts";
import type { PostedForm } from "#app/api/form.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Checkbox, Form, SubmitRow, TextField } from "#app/ui/index.ts";

/** The posted contact as the API takes it. */
export function contactFrom(form: PostedForm) {
  return {
    name: form.text("name"),
    role: form.optional("role"),
    email: form.optional("email")?.trim() ?? null,
    phone: form.optional("phone"),
    shown: form.flag("shown"),
  };
}

/** The fields of a contact, new or stored. */
export function ContactForm({
  form,
  button,
  cancel,
  unseen,
}: {
  form: FormState;
  /** The version of a stored contact, or the key of a new one. */
  unseen: Record<string, string | number>;
  button: string;
  cancel: { href: string; label: string };
}) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  const field = (name: string) => ({
    name,
    label: t(`contacts.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  return (
    <Form hidden={{ intent: "save", ...unseen }}>
      <TextField {...field("name")} maxLength={120} autoComplete="off" />
      <TextField {...field("role")} maxLength={120} hint={t("contacts.roleHint")} mark={common("optional")} />
      <TextField {...field("email")} type="email" hint={t("contacts.reachHint")} maxLength={200} autoComplete="off" />
      <TextField {...field("phone")} type="tel" maxLength={40} autoComplete="off" />
      <Checkbox
        name="shown"
        label={t("contacts.shown")}
        hint={t("contacts.shownHint")}
        checked={form.checked("shown")}
        errors={form.errors("shown")}
      />
      <SubmitRow buttons={[{ label: button }]} cancel={cancel} />
    </Form>
  );
}
