import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DateField, ErrorSummary, Section, SubmitRow } from "#app/ui/index.ts";

/** The day asked for in the address (on.day, on.month, on.year); `today` when none is, or none that exists. */
export function signatoryDay(search: URLSearchParams, today: string) {
  const [day, month, year] = ["on.day", "on.month", "on.year"].map((name) => search.get(name)?.trim() ?? "");
  const typed = { day, month, year };
  const given = Boolean(day || month || year);
  const on = `${year?.padStart(4, "0")}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const time = Date.parse(`${on}T00:00:00Z`);
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(on);
  return { typed, on: given && valid ? on : today, wrong: given && !valid };
}

type SignatoryDay = ReturnType<typeof signatoryDay>;

/** How many cities had signed on a day that the reader chooses. */
export function SignatoryCount({
  asked,
  count,
}: {
  asked: SignatoryDay;
  count: { certain: number; possible: number };
}) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { t: errors } = useTranslation("errors");
  const format = useFormats();
  const link = useLink();
  const date = format.date(asked.on);
  return (
    <Section id="count" title={t("count.title")} intro={t("count.intro")}>
      <form method="get" action={`${link("/progress")}#count`}>
        <DateField
          name="on"
          label={t("count.label")}
          labels={{ day: common("date.day"), month: common("date.month"), year: common("date.year") }}
          value={asked.typed}
          errors={asked.wrong ? [errors("issue.invalid_date")] : []}
        />
        <SubmitRow buttons={[{ label: t("count.button"), look: "secondary" }]} />
      </form>
      {asked.wrong ? (
        <ErrorSummary title={errors("summary")} errors={[{ field: "on", text: errors("issue.invalid_date") }]} />
      ) : (
        <p>
          {count.certain === count.possible
            ? t("count.exact", { count: count.certain, date })
            : t("count.between", { count: count.certain, possible: count.possible, date })}
        </p>
      )}
    </Section>
  );
}
