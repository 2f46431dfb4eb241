import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Disclosure, Figure, StatusTag, type StatusTone, Tag } from "#app/ui/index.ts";
import type { ResultFigure } from "./results.tsx";

const tones: Record<ResultFigure["evidence"], StatusTone> = {
  target: "quiet",
  estimate: "quiet",
  modelled: "busy",
  claimed: "busy",
  monitored: "good",
  verified: "good",
};

const currencies: Record<string, string> = { eur: "EUR", sek: "SEK", gbp: "GBP" };

/** A result's value, period and direction in the words and number format of the page. */
export function useResultWords() {
  const { t } = useTranslation("pilot");
  const format = useFormats();
  const isMoney = ({ unit }: ResultFigure) => unit.code in currencies;

  function value(figure: ResultFigure): string {
    const currency = currencies[figure.unit.code];
    const number = currency ? format.money(figure.value, currency) : format.number(figure.value);
    return t(`results.comparator.${figure.comparator}`, { value: number });
  }
  const unit = (figure: ResultFigure) => (isMoney(figure) ? "" : figure.unit.symbol);

  /** Whole years are written as years; a missing end stays open. */
  function period({ periodStart, periodEnd }: ResultFigure): string | null {
    const years = (!periodStart || periodStart.endsWith("-01-01")) && (!periodEnd || periodEnd.endsWith("-12-31"));
    const from = format.date(periodStart, years ? "year" : "day");
    const to = format.date(periodEnd, years ? "year" : "day");
    if (from && to) return from === to ? from : t("results.period.range", { from, to });
    if (from) return t("results.period.from", { from });
    return to ? t("results.period.until", { to }) : null;
  }

  return {
    value,
    unit,
    period,
    direction: ({ direction }: ResultFigure) => t(`results.direction.${direction}`),
    span: ({ span }: ResultFigure) => t(`results.span.${span}`),
    whole: (figure: ResultFigure) => `${value(figure)}${unit(figure) ? ` ${unit(figure)}` : ""}`,
  };
}

/** An achieved result as a key figure. */
export function AchievedResult({ figure, href }: { figure: ResultFigure; href?: string }) {
  const { t } = useTranslation("indicators");
  const { t: common } = useTranslation();
  const words = useResultWords();
  return (
    <Figure
      label={t(figure.indicator.code)}
      value={words.value(figure)}
      unit={words.unit(figure) || undefined}
      note={<ResultDetails figure={figure} />}
      source={href === undefined ? undefined : { href, label: common("action.change") }}
    />
  );
}

/** How well a figure is known: direction, period, baseline, evidence, source, method and note. */
export function ResultDetails({ figure }: { figure: ResultFigure }) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const words = useResultWords();
  const { evidence, language, source, baseline, method, note } = figure;
  const further = [
    ["method", method],
    ["note", note],
  ].filter(([, text]) => text);
  return (
    <>
      <p>
        {[words.direction(figure), words.span(figure), words.period(figure) ?? t("results.period.none")].join(" · ")}
      </p>
      <p>
        <StatusTag tone={tones[evidence]}>{codes(`evidence.${evidence}`)}</StatusTag>{" "}
        {codes(`evidenceHint.${evidence}`)}
      </p>
      <p>
        {t("results.baseline")}: {baseline ? <span lang={language}>{baseline}</span> : common("notGiven")}
      </p>
      <p>
        {common("source")}:{" "}
        {source === null ? common("notGiven") : source.url ? <a href={source.url}>{source.title}</a> : source.title}
        {figure.demonstration ? <Tag>{common("demonstration")}</Tag> : null}
      </p>
      {further.length > 0 ? (
        <Disclosure summary={t("results.more")}>
          {further.map(([name, text]) => (
            <p key={name}>
              {t(`results.${name}`)}: <span lang={language}>{text}</span>
            </p>
          ))}
        </Disclosure>
      ) : null}
    </>
  );
}
