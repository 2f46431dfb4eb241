import { useTranslation } from "#app/i18n/words.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Select, TextArea, TextField } from "#app/ui/index.ts";
import { loadStep, saveFields } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-about.ts";

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  return saveFields(args, "about", (form) => ({
    title: form.text("title"),
    purpose: form.optional("purpose"),
    description: form.optional("description"),
    language: form.text("language"),
  }));
}

export default function EditAbout({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common, i18n } = useTranslation();
  const { title, purpose, description, language } = pilot;
  const form = useForm(actionData, { version: String(pilot.version), title, purpose, description, language });
  const lang = form.value("language");
  const field = (name: string) => ({
    name,
    label: t(`field.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const conflict = (["title", "purpose", "description"] as const).map((name) => ({
    label: t(`field.${name}`),
    mine: form.value(name),
    theirs: pilot[name] ?? "",
    lang,
  }));
  return (
    <StepPage pilot={pilot} step="about" form={form} conflict={conflict}>
      <Select {...field("language")} hint={t("hint.language")} options={languageOptions(i18n.language)} />
      <TextField {...field("title")} maxLength={200} lang={lang} />
      <TextArea {...field("purpose")} hint={t("hint.purpose")} maxLength={1000} lang={lang} />
      <TextArea
        {...field("description")}
        hint={t("hint.description")}
        mark={common("optional")}
        maxLength={8000}
        rows={10}
        lang={lang}
      />
    </StepPage>
  );
}
