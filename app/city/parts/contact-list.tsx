import { useTranslation } from "#app/i18n/words.ts";
import { SummaryList, Tag } from "#app/ui/index.ts";

type Contact = {
  id: string;
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
  demonstration: boolean;
};

/** People to call who agreed to be shown. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  if (contacts.length === 0) return <p>{t("show.noContacts")}</p>;
  return (
    <SummaryList
      items={contacts.map(({ name, role, email, phone, demonstration }) => ({
        term: name,
        value: (
          <>
            {demonstration ? <Tag>{common("demonstration")}</Tag> : role}{" "}
            {email ? <a href={`mailto:${email}`}>{email}</a> : null} {phone}
          </>
        ),
      }))}
    />
  );
}
