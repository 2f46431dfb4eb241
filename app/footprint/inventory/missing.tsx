import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { yearPath } from "./address.ts";
import type { OpenInventory } from "./open.server.ts";

type Props = {
  open: OpenInventory;
  missing: readonly string[];
  warnings: readonly { key: string; code: string; category: string | null; acceptance: unknown }[];
};

const pages: Record<string, string> = { perimeters: "boundary", tenures: "boundary", grid: "grid", lines: "lines/new" };

/** What stands in the way of signing off, with the way there, and what may be explained but need not be. */
export function MissingInInventory({ open, missing, warnings }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: errors } = useTranslation("errors");
  const link = useLink();
  const unexplained = warnings.filter(({ acceptance }) => !acceptance);
  const address = (code: string) =>
    code === "year_not_over" ? null : link(yearPath(open.place, pages[code] ?? "edit")) + (pages[code] ? "" : "#lines");
  return (
    <>
      {missing.length === 0 ? (
        <p>{t("common:signOff.nothingMissing")}</p>
      ) : (
        <ul>
          {missing.map((code) => {
            const href = open.locked ? null : address(code);
            const words = errors(`issue.missing_${code}`);
            return <li key={code}>{href ? <a href={href}>{words}</a> : words}</li>;
          })}
        </ul>
      )}
      {unexplained.length > 0 ? (
        <>
          <p>{t("check.unexplained", { count: unexplained.length })}</p>
          <ul>
            {unexplained.map(({ key, code, category }) => (
              <li key={key}>
                {category
                  ? t("warnings.about", { category: t(`category.${category}`), warning: codes(`warning.${code}`) })
                  : codes(`warning.${code}`)}
              </li>
            ))}
          </ul>
          <p>
            <a href={link(yearPath(open.place, "warnings"))}>{t("check.toWarnings")}</a>
          </p>
        </>
      ) : null}
    </>
  );
}
