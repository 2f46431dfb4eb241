import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, EmptyState, Notice, Section } from "#app/ui/index.ts";
import { ButtonForm } from "./button-form.tsx";
import { useRights } from "./rights.ts";

type Account = { name: string; email: string; roles: readonly string[]; city: { name: string } | null };

/** The invented people of a demonstration network: one button each, which asks for a code. */
export function DemonstrationAccounts({
  accounts,
  next,
  mailbox,
}: {
  accounts: readonly Account[];
  next: string | null;
  mailbox: string;
}) {
  const { t } = useTranslation("identity");
  const link = useLink();
  const rights = useRights();
  const format = useFormats();
  return (
    <Section title={t("demonstration.title")}>
      <Notice tone="demonstration">
        {t("demonstration.intro")} <a href={mailbox}>{t("demonstration.mailbox")}</a>
      </Notice>
      {accounts.length === 0 ? (
        <EmptyState title={t("demonstration.empty")} />
      ) : (
        <DataTable<Account>
          caption={t("demonstration.caption")}
          captionHidden
          narrow="stack"
          rows={accounts}
          rowKey={({ email }) => email}
          columns={[
            { key: "name", header: t("demonstration.name"), rowHeader: true, cell: ({ name }) => name },
            {
              key: "rights",
              header: t("demonstration.rights"),
              cell: ({ roles, city }) => rights.inPlace(format.list(roles.map(rights.label)), city?.name ?? null),
            },
            {
              key: "use",
              header: t("demonstration.use"),
              cell: ({ email, name }) => (
                <ButtonForm action={link("/sign-in")} hidden={{ email, next }}>
                  {t("demonstration.signInAs", { name })}
                </ButtonForm>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
