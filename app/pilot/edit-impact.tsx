import { useTranslation } from "#app/i18n/words.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { TextArea } from "#app/ui/index.ts";
import { loadStep, saveFields } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-impact.ts";

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  return saveFields(args, "impact", (form) => ({ impactCommunicated: form.optional("impactCommunicated") }));
}

export default function EditImpact({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { impactCommunicated, language: lang } = pilot;
  const form = useForm(actionData, { version: String(pilot.version), impactCommunicated });
  const name = "impactCommunicated";
  const label = t("field.impactCommunicated");
  return (
    <StepPage
      pilot={pilot}
      step="impact"
      form={form}
      conflict={[{ label, mine: form.value(name), theirs: impactCommunicated ?? "", lang }]}
    >
      <TextArea
        name={name}
        label={label}
        lang={lang}
        errors={form.errors(name)}
        value={form.value(name)}
        hint={t("hint.impactCommunicated")}
        maxLength={4000}
      />
    </StepPage>
  );
}
