import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { DateField, Radios } from "#app/ui/index.ts";
import { STAGES } from "#graphql/pilot/rules.ts";
import { loadStep, saveFields } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import { useDateLabels, writtenDate } from "./parts/words.ts";
import type { Route } from "./+types/edit-stage.ts";

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  return saveFields(args, "stage", (form) => ({
    stage: STAGES.find((stage) => stage === form.text("stage")),
    started: form.partialDate("started"),
    ended: form.partialDate("ended"),
  }));
}

export default function EditStage({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const labels = useDateLabels();
  const form = useForm(actionData, { version: String(pilot.version), stage: pilot.stage });
  const date = (name: "started" | "ended") => ({
    name,
    label: t(`field.${name}`),
    errors: form.errors(name),
    labels,
    value: form.date(name, pilot[name].date, pilot[name].precision),
  });
  const conflict = [
    { label: t("field.stage"), mine: codeLabel(form.value("stage")), theirs: codeLabel(pilot.stage ?? "") },
    ...(["started", "ended"] as const).map((name) => ({
      label: t(`field.${name}`),
      mine: writtenDate(date(name).value),
      theirs: format.date(pilot[name].date, pilot[name].precision) ?? "",
    })),
  ];
  return (
    <StepPage pilot={pilot} step="stage" form={form} conflict={conflict}>
      <Radios
        name="stage"
        label={t("field.stage")}
        errors={form.errors("stage")}
        value={form.value("stage")}
        hint={t("hint.stage")}
        options={STAGES.map((value) => ({ value, label: codes(`stage.${value}`) }))}
      />
      <DateField {...date("started")} hint={common("date.hint")} />
      <DateField {...date("ended")} hint={t("hint.ended")} mark={common("optional")} />
    </StepPage>
  );

  function codeLabel(stage: string) {
    return stage ? codes(`stage.${stage}`) : "";
  }
}
