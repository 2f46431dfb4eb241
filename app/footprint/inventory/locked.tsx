import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Form, Notice, SubmitRow } from "#app/ui/index.ts";
import { yearPath } from "./address.ts";
import type { OpenInventory } from "./open.server.ts";

/** Says who must act next and why nothing can be changed, and offers to take the inventory back where that is possible. */
export function LockedNotice({
  inventory,
}: {
  inventory: Pick<OpenInventory, "state" | "viewerCan" | "place" | "version">;
}) {
  const { t } = useTranslation("footprint");
  const link = useLink();
  const { state, viewerCan, place, version } = inventory;
  const title = { awaiting_sign_off: t("edit.next.awaiting_sign_off"), submitted: t("edit.next.submitted") };
  return (
    <>
      <Notice title={state in title ? title[state as keyof typeof title] : t("edit.readOnly")}>
        {t("edit.locked")}
      </Notice>
      {viewerCan.includes("footprint_withdraw") ? (
        <Form action={link(yearPath(place, "check"))} hidden={{ version }} label={t("common:signOff.withdraw")}>
          <p>{t("check.withdrawHint")}</p>
          <SubmitRow
            buttons={[{ label: t("common:signOff.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
          />
        </Form>
      ) : null}
    </>
  );
}
