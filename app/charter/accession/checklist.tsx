import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Steps } from "#app/ui/index.ts";

export const ChecklistFragment = graphql(`
  fragment Checklist on ChecklistItem {
    step
    status
    missing
    on {
      date
      precision
      notLaterThan
    }
  }
`);

const marks = { done: "done", incomplete: "now", missing: "todo" } as const;

/** The seven steps of joining, each with its date or with what it still lacks. */
export function Checklist({ items }: { items: readonly FragmentOf<typeof ChecklistFragment>[] }) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  return (
    <Steps
      label={t("page.checklist")}
      items={readFragment(ChecklistFragment, items).map(({ step, status, missing, on }) => {
        const bound = on?.notLaterThan ? common("date.notLaterThan", { date: format.date(on.notLaterThan) }) : null;
        const date = on && (format.date(on.date, on.precision) ?? bound);
        const lacking = missing.map((code) =>
          t(`missing.${code}`, { defaultValue: codes(`document.${code}`, { defaultValue: code }) }),
        );
        const lacks = lacking.length > 0 ? t("page.lacks", { list: format.list(lacking) }) : null;
        return {
          title: t(`step.${step}`),
          state: marks[status as keyof typeof marks],
          status: codes(`stepStatus.${status}`),
          shown: status === "done",
          note: [date, lacks].filter(Boolean).join(" · ") || undefined,
        };
      })}
    />
  );
}
