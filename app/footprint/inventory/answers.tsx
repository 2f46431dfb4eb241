import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { DataTable, PlainText, Section, SummaryList } from "#app/ui/index.ts";
import { yearPath } from "./address.ts";
import { AnswersFragment } from "./check-documents.ts";
import { useMass } from "../result/mass.ts";
import type { OpenInventory } from "./open.server.ts";

/** All that was answered, with ways to change it while that is possible. */
export function CheckAnswers({
  open,
  inventory,
}: {
  open: OpenInventory;
  inventory: FragmentOf<typeof AnswersFragment>;
}) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const mass = useMass();
  const link = useLink();
  const { perimeters, tenures, employees, inhabitants, note, factorSet, ...rest } = readFragment(
    AnswersFragment,
    inventory,
  );
  const { grid, missingGrid, result } = rest;
  const change = (page: string, hidden: string, more: Record<string, string> = {}) =>
    open.locked ? undefined : { href: link(yearPath(open.place, page, more)), label: common("action.change"), hidden };
  const boundary = (name: string, value: React.ReactNode, lang?: string) => ({
    term: t(`boundary.${name}`),
    value: value || common("notGiven"),
    lang: value ? lang : undefined,
    change: change("boundary", t(`boundary.${name}`)),
  });
  /** To the gram; a gap is said in words. */
  const figure = ({ central, high }: { central: string; high: string | null }) => {
    if (high !== null) return mass.exact(central);
    if (/^0(\.0*)?$/.test(central)) return t("estimate.unknown");
    return (
      <>
        {mass.exact(central)} <small>{t("check.partly")}</small>
      </>
    );
  };
  const count = (value: number | null) => value !== null && format.number(value);
  return (
    <>
      <Section title={t("edit.task.boundary")}>
        <SummaryList
          items={[
            boundary("perimeters", format.list(perimeters.map((code) => codes(`perimeter.${code}`)))),
            boundary("tenures", format.list(tenures.map((code) => codes(`tenure.${code}`)))),
            ...(open.place.scope === "administration" ? [boundary("employees", count(employees))] : []),
            boundary("inhabitants", count(inhabitants)),
            boundary("factorSet", factorSet.title, "en"),
            boundary("note", note && <PlainText text={note} />, open.language),
          ]}
        />
      </Section>
      <Section title={t("check.electricity")}>
        <SummaryList
          items={[
            ...grid.map((row) => ({
              term: format.country(row.country),
              value: (
                <>
                  {t("check.factor", { value: format.number(row.value) })}{" "}
                  {row.factor ? (
                    t("check.reference", { series: t(`grid.series.${row.factor.series}`), year: row.factor.year })
                  ) : (
                    <span lang={open.language}>{row.sourceTitle}</span>
                  )}
                </>
              ),
              change: change("grid", format.country(row.country), { country: row.country }),
            })),
            ...missingGrid.map((country) => ({
              term: format.country(country),
              value: common("notGiven"),
              change: change("grid", format.country(country), { country }),
            })),
          ]}
        />
      </Section>
      <Section title={t("edit.lines")}>
        {result.byCategory.length === 0 ? (
          <p>{t("edit.noLines")}</p>
        ) : (
          <DataTable
            caption={t("check.categories")}
            rows={result.byCategory}
            rowKey={({ key }) => key}
            columns={[
              {
                key: "category",
                header: t("line.category"),
                rowHeader: true,
                cell: ({ key }) => (
                  <a href={`${link(yearPath(open.place, "edit", { category: key }))}#lines`}>{t(`category.${key}`)}</a>
                ),
              },
              { key: "lines", header: t("check.lines"), numeric: true, cell: ({ lines }) => format.number(lines) },
              { key: "use", header: t("check.use"), numeric: true, cell: ({ use }) => figure(use) },
              {
                key: "manufacture",
                header: t("check.manufacture"),
                numeric: true,
                cell: ({ manufacture }) => figure(manufacture),
              },
              {
                key: "total",
                header: t("check.total"),
                numeric: true,
                cell: ({ total }) => figure(total),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
