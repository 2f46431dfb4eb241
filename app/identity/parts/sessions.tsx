import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { DataTable, Hidden, Section } from "#app/ui/index.ts";
import { ButtonForm } from "./button-form.tsx";
import { deviceName } from "./device.ts";

type Session = { id: string; createdAt: string; userAgent: string | null; current: boolean };

/** Where a person is signed in, with a button to end each session but this one. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation("identity");
  const format = useFormats();
  const device = ({ userAgent }: Session) => deviceName(userAgent) ?? t("sessions.unknownDevice");
  return (
    <Section title={t("sessions.title")} intro={t("sessions.intro")}>
      <DataTable<Session>
        caption={t("sessions.title")}
        captionHidden
        narrow="stack"
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: "device", header: t("sessions.device"), rowHeader: true, cell: device },
          {
            key: "since",
            header: t("sessions.since"),
            cell: ({ createdAt }) => t("sessions.utc", { instant: format.instant(createdAt) }),
          },
          {
            key: "end",
            header: t("sessions.end"),
            cell: (session) =>
              session.current ? (
                t("sessions.current")
              ) : (
                <ButtonForm hidden={{ intent: "revoke", session: session.id }} look="danger">
                  {t("sessions.revoke")} <Hidden>{device(session)}</Hidden>
                </ButtonForm>
              ),
          },
        ]}
      />
    </Section>
  );
}
