import { useTranslation } from "#app/i18n/words.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { TextArea, TextField } from "#app/ui/index.ts";
import { loadStep, saveFields } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-replication.ts";

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  return saveFields(args, "replication", (form) => ({
    replicationConditions: form.optional("replicationConditions"),
    replicationCost: form.optional("replicationCost"),
    replicationSkills: form.optional("replicationSkills"),
    licence: form.optional("licence"),
  }));
}

export default function EditReplication({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const { replicationConditions, replicationCost, replicationSkills, licence, language: lang } = pilot;
  const stored = { replicationConditions, replicationCost, replicationSkills, licence };
  const form = useForm(actionData, { version: String(pilot.version), ...stored });
  const field = (name: keyof typeof stored) => ({
    name,
    lang,
    label: t(`field.${name}`),
    hint: t(`hint.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const names = ["replicationConditions", "replicationCost", "replicationSkills", "licence"] as const;
  const conflict = names.map((name) => ({
    label: t(`field.${name}`),
    mine: form.value(name),
    theirs: stored[name] ?? "",
    lang,
  }));
  return (
    <StepPage pilot={pilot} step="replication" form={form} conflict={conflict}>
      <TextArea {...field("replicationConditions")} maxLength={4000} />
      <TextArea {...field("replicationCost")} maxLength={4000} rows={3} />
      <TextArea {...field("replicationSkills")} maxLength={4000} rows={3} />
      <TextField {...field("licence")} maxLength={300} mark={common("optional")} />
    </StepPage>
  );
}
