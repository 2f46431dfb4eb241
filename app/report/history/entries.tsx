import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Timeline } from "#app/ui/index.ts";
import { actionKey, fieldKey } from "./labels.ts";
import { useWritten } from "./values.ts";

export const HistoryEntryFragment = graphql(`
  fragment HistoryEntry on AuditEntry {
    at
    actorName
    role
    onBehalf
    action
    city {
      name(locale: $locale)
    }
    changes {
      field
      before
      after
    }
  }
`);

type Entry = ResultOf<typeof HistoryEntryFragment>;

/** Who changed which field, when, for whom, from what to what: newest first. */
export function HistoryEntries({ entries }: { entries: readonly FragmentOf<typeof HistoryEntryFragment>[] }) {
  const { t } = useTranslation("history");
  const format = useFormats();
  const doer = useDoer();
  const list = readFragment(HistoryEntryFragment, entries);
  if (list.length === 0) return <p>{t("none")}</p>;
  return (
    <Timeline
      label={t("title")}
      items={list.map((entry) => ({
        date: format.instant(entry.at),
        dateTime: entry.at,
        title: t(actionKey(entry.action), { defaultValue: entry.action }),
        children: (
          <>
            <p>{doer(entry)}</p>
            <FieldChanges entry={entry} />
          </>
        ),
      }))}
    />
  );
}

function FieldChanges({ entry: { action, changes } }: { entry: Entry }) {
  const { t } = useTranslation("history");
  const written = useWritten();
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t("change", {
            field: t(fieldKey(action, field) ?? field, { defaultValue: field }),
            before: written(action, field, before),
            after: written(action, field, after),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Who did it: a name with its role, or for the public the role with the city. */
function useDoer(): (entry: Entry) => string {
  const { t } = useTranslation("history");
  const { t: codes } = useTranslation("codes");
  const roleOf = (role: Entry["role"]) => {
    if (role === null) return t("unknownRole");
    if (role === "system") return t("system");
    return codes(role === "editor" || role === "approver" ? `memberRole.${role}` : `networkRole.${role}`);
  };
  return ({ actorName: name, role, onBehalf, city }) => {
    if (role === "system") return t("system");
    if (onBehalf) {
      const of = city?.name ?? t("theCity");
      return name ? t("forCity", { name, city: of }) : t("secretariatForCity", { city: of });
    }
    if (name) return role === null ? name : t("by", { name, role: roleOf(role) });
    return city ? t("by", { name: roleOf(role), role: city.name }) : roleOf(role);
  };
}
