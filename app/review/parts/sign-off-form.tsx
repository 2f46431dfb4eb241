import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Disclosure, Form, SubmitRow, TextArea } from "#app/ui/index.ts";

type Props = {
  form: FormState;
  version: number;
  may: { request: boolean; sign: boolean; sendBack: boolean; approve: boolean };
  hints: { sign: string; request: string };
  cancel: { href: string; label: string };
};

/** Asks for the city's signature, or gives it; who may sign may do both at once, or send it back with what should change. */
export function SignOffForm({ form, version, may, hints, cancel }: Props) {
  const { t } = useTranslation();
  if (!may.request && !may.sign) return null;
  const button = (label: string, value: string) => ({ label, name: "intent", value });
  const asks = may.approve ? button(t("signOff.sign"), "requestAndSign") : button(t("signOff.request"), "request");
  const answers = [
    button(t("signOff.sign"), "sign"),
    ...(may.sendBack ? [button(t("signOff.sendBack"), "sendBack")] : []),
  ];
  return (
    <Form hidden={{ version }} label={t("signOff.decide")}>
      {may.sign ? (
        <TextArea
          name="comment"
          label={t("signOff.comment")}
          hint={t("signOff.commentHint")}
          errors={form.errors("comment")}
          value={form.value("comment")}
          mark={t("optional")}
          maxLength={4000}
        />
      ) : null}
      <p>{may.sign || may.approve ? hints.sign : hints.request}</p>
      <SubmitRow buttons={may.sign ? answers : [asks]} cancel={cancel} />
    </Form>
  );
}

/** Closes a draft, and says what that means. */
export function ArchiveForm({ version, label, hint }: { version: number; label: string; hint: string }) {
  return (
    <Disclosure summary={label}>
      <Form hidden={{ version }} label={label}>
        <p>{hint}</p>
        <SubmitRow buttons={[{ label, name: "intent", value: "archive", look: "danger" }]} />
      </Form>
    </Disclosure>
  );
}

/** Brings back what was archived, as a draft; the reason stays with it. */
export function RestoreForm({ form, version }: { form: FormState; version: number }) {
  const { t } = useTranslation();
  return (
    <Form hidden={{ version }} label={t("signOff.restore")}>
      <TextArea
        name="comment"
        label={t("signOff.restoreReason")}
        hint={t("signOff.restoreHint")}
        errors={form.errors("comment")}
        value={form.value("comment")}
        maxLength={4000}
      />
      <SubmitRow buttons={[{ label: t("signOff.restore"), name: "intent", value: "restore", look: "secondary" }]} />
    </Form>
  );
}
