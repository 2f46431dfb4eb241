import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Form, Notice, SubmitRow } from "#app/ui/index.ts";
import type { EditedPractice } from "./edit.server.ts";

/** Says why nothing can be changed now, and offers to take the practice back where that is possible. */
export function LockedNotice({
  practice,
}: {
  practice: Pick<EditedPractice, "slug" | "state" | "viewerCan" | "version">;
}) {
  const { t } = useTranslation("practice");
  const link = useLink();
  return (
    <>
      <Notice title={t(`locked.${practice.state === "changes_requested" ? "draft" : practice.state}`)}>
        {t("locked.translationsOpen")}
      </Notice>
      {practice.viewerCan.includes("practice_withdraw") ? (
        <Form
          action={link(`/practices/${practice.slug}/check`)}
          label={t("locked.withdraw")}
          hidden={{ version: practice.version }}
        >
          <p>{t("locked.withdrawHint")}</p>
          <SubmitRow
            buttons={[{ label: t("locked.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
          />
        </Form>
      ) : null}
    </>
  );
}
