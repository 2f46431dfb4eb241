import { useTranslation } from "#app/i18n/words.ts";
import { graphql, readFragment } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { canonicalNumber } from "#app/i18n/numbers.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Fieldset, NumberField, TextArea, TextField } from "#app/ui/index.ts";
import { PilotStepsFragment } from "./parts/edit-documents.ts";
import { loadStep, saveStep, updatePilot } from "./parts/edit.server.ts";
import { inRows, rowCount, rowValues, storedRows, typedRows, requiredFaults } from "./parts/rows.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-partners.ts";

export const SetPilotFundingDocument = graphql(`
  mutation SetPilotFunding($id: ID!, $list: [FundingInput!]!, $version: Int!) {
    setPilotFunding(id: $id, list: $list, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        ...PilotSteps
      }
    }
  }
`);

export const loader = (args: Route.LoaderArgs) => loadStep(args);

const keys = ["programme", "amount", "currency", "note"] as const;

export function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  return saveStep(args, "partners", async (pilot, form) => {
    const rows = typedRows(form, "funding", keys);
    const isAdding = form.text("intent") === "add";
    const values = rowValues("funding", rows, isAdding ? 1 : 0);
    if (isAdding) return { saved: null, problem: { issues: [], conflict: null }, values };
    const lacking = requiredFaults("funding", rows, ["programme"]);
    if (lacking) return { saved: null, problem: lacking, values };

    const list = rows.map(({ programme, amount, currency, note }) => ({
      programme,
      amount: amount ? canonicalNumber(amount, locale) : null,
      currency: currency.toUpperCase() || null,
      note: note || null,
    }));
    let version = form.version();
    if (JSON.stringify(list) !== JSON.stringify(pilot.funding)) {
      const { setPilotFunding } = await mutate(args, SetPilotFundingDocument, { id: pilot.id, list, version });
      const { done, problem } = outcome(setPilotFunding);
      if (problem) return { saved: null, problem: inRows(problem, "funding"), values };
      version = readFragment(PilotStepsFragment, done).version;
    }
    const partners = form
      .text("partners")
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean);
    const { saved, problem } = await updatePilot(args, pilot, version, { partners });
    return problem ? { saved, problem, values: { ...values, version: [String(version)] } } : { saved, problem };
  });
}

export default function EditPartners({ loaderData: { pilot }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const format = useFormats();
  const funding = pilot.funding.map((row) => ({
    ...row,
    amount: row.amount === null ? null : format.number(row.amount),
  }));
  const partners = pilot.partners.join("\n");
  const form = useForm(actionData, { version: String(pilot.version), partners, ...storedRows("funding", funding) });
  const rows = Array.from({ length: rowCount(form, "funding") }, (_, index) => `funding.${index}`);
  const field = (row: string, name: (typeof keys)[number]) => ({
    name: `${row}.${name}`,
    label: t(`funding.${name}`),
    errors: form.errors(`${row}.${name}`),
    value: form.value(`${row}.${name}`),
  });
  const mine = rows.map((row) =>
    keys
      .map((key) => form.value(`${row}.${key}`))
      .filter(Boolean)
      .join(" "),
  );
  const theirs = funding.map((row) =>
    keys
      .map((key) => row[key])
      .filter(Boolean)
      .join(" "),
  );
  const name = "partners";
  return (
    <StepPage
      pilot={pilot}
      step="partners"
      form={form}
      hidden={{ "funding.rows": rows.length }}
      more={{ label: t("funding.add"), name: "intent", value: "add", look: "secondary" }}
      conflict={[
        { label: t("field.partners"), mine: form.value(name), theirs: partners },
        { label: t("field.funding"), mine: mine.filter(Boolean).join("\n"), theirs: theirs.join("\n") },
      ]}
    >
      <TextArea
        name={name}
        label={t("field.partners")}
        errors={form.errors(name)}
        value={form.value(name)}
        hint={t("hint.partners")}
        mark={common("optional")}
      />
      {rows.map((row, index) => (
        <Fieldset key={row} legend={t("funding.line", { number: index + 1 })}>
          <TextField {...field(row, "programme")} mark={common("optional")} maxLength={200} />
          <NumberField {...field(row, "amount")} mark={common("optional")} />
          <TextField
            {...field(row, "currency")}
            hint={t("funding.currencyHint")}
            width="short"
            maxLength={3}
            mark={common("optional")}
          />
          <TextField {...field(row, "note")} mark={common("optional")} maxLength={300} lang={pilot.language} />
        </Fieldset>
      ))}
    </StepPage>
  );
}
