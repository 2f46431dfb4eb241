import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { BarList, Figure, Figures, IntervalBar } from "#app/ui/index.ts";
import { useEstimates } from "../line/estimates.ts";
import { drawn, drawnEnds, useMass } from "./mass.ts";

export const ResultSoFarFragment = graphql(`
  fragment ResultSoFar on InventoryResult {
    complete
    use {
      low
      central
      high
    }
    manufacture {
      low
      central
      high
    }
    total {
      low
      central
      high
    }
    gaps {
      category
      gap
      lines
    }
    byCategory {
      key
      share
      lines
      total {
        central
      }
    }
    improvements {
      category
      action
      width
    }
  }
`);

const shownCategories = 6;

/** What the lines come to: total with its interval, use and manufacture apart, what dominates, what to improve, what is missing. */
export function ResultSoFar({ result }: { result: FragmentOf<typeof ResultSoFarFragment> }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { total, use, manufacture, byCategory, improvements, gaps } = readFragment(ResultSoFarFragment, result);
  const mass = useMass();
  const estimates = useEstimates();
  const format = useFormats();
  const category = (code: string) => t(`category.${code}`);
  const largest = byCategory[0];
  return (
    <>
      <IntervalBar label={t("edit.total")} {...drawnEnds(total)} text={estimates.total(total)} />
      <Figures>
        <Figure label={t("result.use")} value={mass.total(use.central)} note={estimates.total(use)} />
        <Figure
          label={t("result.manufacture")}
          value={mass.total(manufacture.central)}
          note={estimates.total(manufacture)}
        />
      </Figures>
      {largest?.share ? (
        <p>
          {t("result.dominates", { category: category(largest.key), share: format.percent(Number(largest.share)) })}
        </p>
      ) : null}
      <BarList
        label={t("edit.byCategory")}
        items={byCategory.slice(0, shownCategories).map((group) => ({
          label: category(group.key),
          value: drawn(group.total.central),
          text: mass.total(group.total.central),
          href: `?category=${group.key}#lines`,
        }))}
      />
      {gaps.length > 0 ? (
        <>
          <h3>{t("edit.gaps")}</h3>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.gap} ${gap.category}`}>
                {t("edit.gap", { category: category(gap.category), gap: codes(`gap.${gap.gap}`), count: gap.lines })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {improvements.length > 0 ? (
        <>
          <h3>{t("result.improve")}</h3>
          <ol>
            {improvements.map(({ category: code, action, width }) => (
              <li key={`${action} ${code}`}>
                {t("edit.improvement", { category: category(code), action: codes(`improvement.${action}`) })}
                {width ? ` ${t("edit.width", { width: mass.total(width) })}` : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}
