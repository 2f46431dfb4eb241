import { useTranslation } from "#app/i18n/words.ts";
import { graphql, readFragment } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { canonicalNumber } from "#app/i18n/numbers.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Fieldset, NumberField, Select, TextField } from "#app/ui/index.ts";
import { ScaleKind } from "./parts/codes.ts";
import { PilotStepsFragment } from "./parts/edit-documents.ts";
import { loadStep, saveStep } from "./parts/edit.server.ts";
import { inRows, rowCount, rowValues, storedRows, typedRows, requiredFaults } from "./parts/rows.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-scale.ts";

export const SetPilotScaleDocument = graphql(`
  mutation SetPilotScale($id: ID!, $list: [ScaleFigureInput!]!, $version: Int!) {
    setPilotScale(id: $id, list: $list, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        ...PilotSteps
      }
    }
  }
`);

export const loader = (args: Route.LoaderArgs) => loadStep(args);

export function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  return saveStep(args, "scale", async ({ id }, form) => {
    const rows = typedRows(form, "scale", ["kind", "value", "note"]);
    const isAdding = form.text("intent") === "add";
    const values = rowValues("scale", rows, isAdding ? 1 : 0);
    if (isAdding) return { saved: null, problem: { issues: [], conflict: null }, values };
    const lacking = requiredFaults("scale", rows, ["kind", "value"]);
    if (lacking) return { saved: null, problem: lacking, values };
    const list = rows.map(({ kind, value, note }) => ({
      kind: ScaleKind.find((code) => code === kind) ?? "other",
      value: canonicalNumber(value, locale),
      note: note || null,
    }));
    const { setPilotScale } = await mutate(args, SetPilotScaleDocument, { id, list, version: form.version() });
    const { done, problem } = outcome(setPilotScale);
    if (problem) return { saved: null, problem: inRows(problem, "scale"), values };
    return { saved: readFragment(PilotStepsFragment, done), problem: null };
  });
}

export default function EditScale({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const stored = pilot.scale.map(({ kind, value, note }) => ({ kind, value: format.number(value), note }));
  const form = useForm(actionData, { version: String(pilot.version), ...storedRows("scale", stored) });
  const rows = Array.from({ length: rowCount(form, "scale") }, (_, index) => `scale.${index}`);
  const field = (row: string, name: string) => ({
    name: `${row}.${name}`,
    label: t(`scale.${name}`),
    errors: form.errors(`${row}.${name}`),
    value: form.value(`${row}.${name}`),
  });
  const line = (kind: string, ...rest: (string | null)[]) =>
    [kind ? codes(`scaleKind.${kind}`) : "", ...rest].filter(Boolean).join(" ");
  const mine = rows.map((row) =>
    line(form.value(`${row}.kind`), form.value(`${row}.value`), form.value(`${row}.note`)),
  );
  const theirs = stored.map(({ kind, value, note }) => line(kind, value, note));
  return (
    <StepPage
      pilot={pilot}
      step="scale"
      form={form}
      hidden={{ "scale.rows": rows.length }}
      more={{ label: t("scale.add"), name: "intent", value: "add", look: "secondary" }}
      conflict={[
        {
          label: t("field.scale"),
          mine: mine.filter(Boolean).join("\n"),
          theirs: theirs.join("\n"),
          lang: pilot.language,
        },
      ]}
    >
      {rows.map((row, index) => (
        <Fieldset key={row} legend={t("scale.figure", { number: index + 1 })}>
          <Select
            {...field(row, "kind")}
            placeholder={t("choose")}
            options={ScaleKind.map((value) => ({ value, label: codes(`scaleKind.${value}`) }))}
          />
          <NumberField {...field(row, "value")} />
          <TextField {...field(row, "note")} mark={common("optional")} maxLength={300} lang={pilot.language} />
        </Fieldset>
      ))}
    </StepPage>
  );
}
