import { useTranslation } from "#app/i18n/words.ts";

/** Rights in words. */
export function useRights() {
  const { t } = useTranslation("identity");
  const { t: codes, i18n } = useTranslation("codes");
  return {
    /** The name of a role in a city or over the network. */
    label: (role: string): string =>
      codes(i18n.exists(`codes:memberRole.${role}`) ? `memberRole.${role}` : `networkRole.${role}`),
    /** "City editor, Ghent": the right with its city, where it has one. */
    inPlace: (right: string, city: string | null): string => (city ? t("rights.inCity", { right, city }) : right),
  };
}
