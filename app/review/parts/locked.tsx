import { useTranslation } from "#app/i18n/words.ts";
import { Form, Notice, SubmitRow } from "#app/ui/index.ts";

type Props = {
  /** Who must act next, and why nothing can be changed. */
  title: string;
  text: string;
  /** Where it is taken back, for those who may. */
  withdraw: { action: string; version: number; hint: string } | null;
};

/** Says why nothing can be changed now, and offers to take it back where that is possible. */
export function LockedNotice({ title, text, withdraw }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice title={title}>{text}</Notice>
      {withdraw ? (
        <Form action={withdraw.action} hidden={{ version: withdraw.version }} label={t("signOff.withdraw")}>
          <p>{withdraw.hint}</p>
          <SubmitRow
            buttons={[{ label: t("signOff.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
          />
        </Form>
      ) : null}
    </>
  );
}
