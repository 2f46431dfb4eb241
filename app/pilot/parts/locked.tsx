import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Form, Notice, SubmitRow } from "#app/ui/index.ts";
import type { EditedPilot } from "./edit.server.ts";

/** Says why nothing can be changed now, and offers to take the pilot back where that is possible. */
export function LockedNotice({ pilot }: { pilot: Pick<EditedPilot, "slug" | "state" | "viewerCan"> }) {
  const { t } = useTranslation("pilot");
  const link = useLink();
  return (
    <>
      <Notice title={t(`locked.${pilot.state === "changes_requested" ? "draft" : pilot.state}`)}>
        {t("locked.stillOpen")}
      </Notice>
      {pilot.viewerCan.includes("pilot_withdraw") ? (
        <Form action={link(`/pilots/${pilot.slug}/check`)} label={t("common:signOff.withdraw")}>
          <p>{t("locked.withdrawHint")}</p>
          <SubmitRow
            buttons={[{ label: t("common:signOff.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
          />
        </Form>
      ) : null}
    </>
  );
}
