import { useTranslation } from "#app/i18n/words.ts";
import { readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { PlainText, Section, SummaryList } from "#app/ui/index.ts";
import type { EditedPilot } from "./edit.server.ts";
import { PilotFactsFragment, useFactValues } from "./facts.tsx";
import { type StepName, steps } from "./steps.ts";

const fields = {
  about: ["language", "title", "purpose", "description"],
  classification: ["area", "role", "activityType", "concepts"],
  stage: ["stage", "started", "ended"],
  scale: ["scale"],
  partners: ["partners", "funding"],
  replication: ["replicationConditions", "replicationCost", "replicationSkills", "licence"],
  impact: ["impactCommunicated"],
  contact: ["contact"],
} as const satisfies Record<StepName, readonly string[]>;

/** All answers, step by step, each with a link to change it; what was skipped is said. */
export function CheckAnswers({ pilot }: { pilot: EditedPilot }) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const link = useLink();
  const { language, title, purpose, description } = pilot;
  const contact = pilot.cities.flatMap(({ city }) => city.contacts).find(({ id }) => id === pilot.contact?.id);
  const values = {
    ...useFactValues(readFragment(PilotFactsFragment, pilot.facts)),
    language: useFormats().language(language),
    title: <span lang={language}>{title}</span>,
    purpose: purpose ? <PlainText text={purpose} lang={language} /> : null,
    description: description ? <PlainText text={description} lang={language} /> : null,
    contact: contact?.name ?? null,
  };
  return steps.map(({ name }) => (
    <Section key={name} title={t(`step.${name}.title`)}>
      <SummaryList
        items={fields[name].map((field) => ({
          term: t(`field.${field}`),
          value: values[field] ?? common("notGiven"),
          change: pilot.locked
            ? undefined
            : {
                href: link(`/pilots/${pilot.slug}/edit/${name}`),
                label: common("action.change"),
                hidden: t(`field.${field}`),
              },
        }))}
      />
    </Section>
  ));
}
