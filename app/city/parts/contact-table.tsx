import { useTranslation } from "#app/i18n/words.ts";
import { ButtonForm } from "#app/identity/parts/button-form.tsx";
import { DataTable, EmptyState, Hidden, Tag } from "#app/ui/index.ts";

type Contact = {
  id: string;
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
  shown: boolean;
  demonstration: boolean;
  version: number;
};

/** A city's contacts, shown or not, with what can be done about each. `page` is the address of the list. */
export function ContactTable({ contacts, page }: { contacts: readonly Contact[]; page: string }) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  if (contacts.length === 0) return <EmptyState title={t("contacts.empty")} />;
  return (
    <DataTable<Contact>
      caption={t("contacts.caption")}
      captionHidden
      narrow="stack"
      rows={contacts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("contacts.name"),
          rowHeader: true,
          cell: ({ id, name, demonstration }) => (
            <>
              <a href={`${page}/${encodeURIComponent(id)}`}>
                {name}
                <Hidden> {common("action.change")}</Hidden>
              </a>{" "}
              {demonstration ? <Tag>{common("demonstration")}</Tag> : null}
            </>
          ),
        },
        { key: "role", header: t("contacts.role"), cell: ({ role }) => role ?? common("notGiven") },
        {
          key: "reach",
          header: t("contacts.reach"),
          cell: ({ email, phone }) => [email, phone].filter(Boolean).join(", "),
        },
        {
          key: "shown",
          header: t("contacts.visible"),
          cell: ({ shown }) => t(shown ? "contacts.public" : "contacts.private"),
        },
        {
          key: "remove",
          header: t("common:action.change"),
          cell: ({ id, name, version }) => (
            <ButtonForm
              action={page}
              hidden={{ intent: "remove", contact: id, version: String(version) }}
              look="danger"
            >
              {common("action.remove")} <Hidden>{name}</Hidden>
            </ButtonForm>
          ),
        },
      ]}
    />
  );
}
