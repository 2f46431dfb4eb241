import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Section } from "#app/ui/index.ts";
import { useRights } from "./rights.ts";

type Membership = { id: string; role: string; city: { slug: string; name: string } };

/** What a person may do, in words: over the network, and in which cities. */
export function Rights({
  memberships,
  networkRoles,
}: {
  memberships: readonly Membership[];
  networkRoles: readonly string[];
}) {
  const { t } = useTranslation("identity");
  const link = useLink();
  const rights = useRights();
  if (memberships.length + networkRoles.length === 0)
    return <Section title={t("rights.title")} intro={t("rights.none")} />;
  return (
    <Section title={t("rights.title")} intro={t("rights.intro")}>
      <ul>
        {networkRoles.map((role) => (
          <li key={role}>
            <b>{rights.label(role)}</b>: {t(`rights.does.${role}`)}
          </li>
        ))}
        {memberships.map(({ id, role, city }) => (
          <li key={id}>
            <b>{rights.label(role)}</b>, <a href={link(`/cities/${city.slug}`)}>{city.name}</a>:{" "}
            {t(`rights.does.${role}`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
