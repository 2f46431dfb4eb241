import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Timeline } from "#app/ui/index.ts";

export const FieldHistoryFragment = graphql(`
  fragment FieldHistory on AuditEntry {
    at
    actorName
    onBehalf
    action
    changes {
      field
      before
      after
    }
  }
`);

/** Who changed which field, when, from what to what: newest first. */
export function FieldHistory({ entries }: { entries: readonly FragmentOf<typeof FieldHistoryFragment>[] }) {
  const { t } = useTranslation("charter");
  const format = useFormats();
  const written = useWritten();
  const list = readFragment(FieldHistoryFragment, entries);
  if (list.length === 0) return <p>{t("history.none")}</p>;
  return (
    <Timeline
      label={t("history.title")}
      items={list.map(({ at, actorName, onBehalf, action, changes }) => {
        const who = actorName ?? t("history.gone");
        return {
          date: format.instant(at),
          dateTime: at,
          title: t(`history.action.${action.replace(".", "_")}`, { defaultValue: action }),
          children: (
            <>
              <p>{onBehalf ? t("history.onBehalf", { name: who }) : t("history.by", { name: who })}</p>
              {changes.length === 0 ? null : (
                <ul>
                  {changes.map(({ field, before, after }) => (
                    <li key={field}>
                      {t("history.change", {
                        field: t(`field.${field}`, { defaultValue: field }),
                        before: written(field, before),
                        after: written(field, after),
                      })}
                    </li>
                  ))}
                </ul>
              )}
            </>
          ),
        };
      })}
    />
  );
}

const partly = new Set(["councilDecided", "signed", "heldOn"]);

/** Codes, days and yes-or-no in the reader's words; everything else as it was typed. */
function useWritten() {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (field: string, value: string | null): string => {
    if (value === null) return t("history.empty");
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value) ?? value;
    if (partly.has(field))
      return format.date(`${value}-01-01`.slice(0, 10), value.length === 4 ? "year" : "month") ?? value;
    if (value === "true") return common("yes");
    if (value === "false") return common("no");
    const list = { charterVersion: "charterVersion", commitment: "commitment" }[field];
    if (list) return codes(`${list}.${value}`, { defaultValue: value });
    if (field !== "kind") return value.split("\n").join(", ");
    return codes(`document.${value}`, { defaultValue: codes(`ceremony.${value}`, { defaultValue: value }) });
  };
}
