import { useTranslation } from "#app/i18n/words.ts";
import { DataTable, EmptyState, Hidden } from "#app/ui/index.ts";
import { ButtonForm } from "./button-form.tsx";
import { useRights } from "./rights.ts";

type Member = { id: string; role: string; name: string; email: string | null };

/** Who works for a city. `own` is the address whose rights cannot be removed here: nobody locks themselves out. */
export function MemberTable({ members, own }: { members: readonly Member[]; own: string | null }) {
  const { t } = useTranslation("identity");
  const { t: common } = useTranslation();
  const rights = useRights();
  if (members.length === 0) return <EmptyState title={t("members.empty")} />;
  return (
    <DataTable<Member>
      caption={t("members.caption")}
      captionHidden
      narrow="stack"
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t("members.name"), rowHeader: true, cell: ({ name }) => name },
        { key: "email", header: t("members.email"), cell: ({ email }) => email ?? common("notGiven") },
        { key: "role", header: t("members.role"), cell: ({ role }) => rights.label(role) },
        {
          key: "remove",
          header: t("common:action.change"),
          cell: ({ id, name, role, email }) =>
            email !== null && email === own ? (
              t("members.you")
            ) : (
              <ButtonForm hidden={{ intent: "remove", member: id }} look="danger">
                {common("action.remove")} <Hidden>{rights.inPlace(name, rights.label(role))}</Hidden>
              </ButtonForm>
            ),
        },
      ]}
    />
  );
}
