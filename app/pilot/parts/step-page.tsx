import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/words.ts";
import { ConflictNotice, type ConflictingField } from "#app/conflict.tsx";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Form, PageTitle, type SubmitButton, SubmitRow } from "#app/ui/index.ts";
import type { EditedPilot } from "./edit.server.ts";
import { LockedPilot } from "./locked.tsx";
import { type StepName, steps } from "./steps.ts";

type Props = {
  pilot: Pick<EditedPilot, "slug" | "title" | "language" | "state" | "locked" | "viewerCan" | "version">;
  step: StepName;
  form: FormState;
  /** What to lay side by side when someone else saved meanwhile. */
  conflict: ConflictingField[];
  children: ReactNode;
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, number>>;
  /** A further button, behind the one that saves. */
  more?: SubmitButton;
};

/** The frame of a step's page: title, errors, conflict, the form, and the way on; calm words instead while it is locked. */
export function StepPage({ pilot, step, form, conflict, children, hidden, more }: Props) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const link = useLink();
  const list = link(`/pilots/${pilot.slug}/edit`);
  const title = t(`step.${step}.title`);
  const number = steps.findIndex(({ name }) => name === step) + 1;
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language },
          { href: list, label: t("edit.title") },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} caption={t("common:step", { number, of: steps.length })} lead={t(`step.${step}.lead`)} />
      {pilot.locked ? <LockedPilot pilot={pilot} /> : null}
      <ConflictNotice conflict={form.conflict} fields={conflict} />
      {pilot.locked ? null : (
        <Form hidden={{ ...hidden, version: form.conflict ?? form.value("version") }}>
          {children}
          <SubmitRow
            buttons={[{ label: common("action.saveAndContinue") }, ...(more ? [more] : [])]}
            cancel={{ href: list, label: t("edit.back") }}
          />
        </Form>
      )}
    </>
  );
}
