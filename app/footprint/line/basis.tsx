import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import type { ListedLine } from "../inventory/year-documents.ts";

/** What one line was worked out with: the city's own figures with their source, or typical values that lead to the factor set. */
export function LineBasis({ line, set, lang }: { line: ListedLine; set: string; lang: string }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const { energyFactor, embodiedFactor, lifetimeFactor } = line;
  const value = (own: string | null, factor: ListedLine["energyFactor"]) => {
    if (factor) {
      const [typical, low, high] = [factor.value, factor.low, factor.high].map(plain).map(format.number);
      return t("year.lines.typical", { value: typical, low, high });
    }
    return own === null ? common("notKnown") : format.number(plain(own));
  };
  const source = energyFactor || line.kwhPerYear === null ? "" : ` (${codes(`energySource.${line.energySource}`)})`;
  const quality = `${line.quality} – ${codes(`dataQuality.${line.quality}`)}`;
  return (
    <span className="plain">
      {`${t("year.lines.energy", { value: value(line.kwhPerYear, energyFactor) })}${source}\n`}
      {t("year.lines.embodied", { value: value(line.embodiedKg, embodiedFactor) })}
      {line.embodiedSource ? (
        <>
          {" ("}
          <CityWords text={line.embodiedSource} lang={lang} />)
        </>
      ) : null}
      {`\n${t("year.lines.lifetime", { value: value(line.lifetimeYears, lifetimeFactor) })}\n`}
      {t("year.lines.quality", { quality })}
      {energyFactor || embodiedFactor || lifetimeFactor ? (
        <>
          {"\n"}
          <a href={link(`/footprint/factors/${set}#${line.category}`)}>{t("year.lines.factors")}</a>
        </>
      ) : null}
    </span>
  );
}

/** A city's words, marked where they are not in the page's language. */
export function CityWords({ text, lang }: { text: string; lang: string }) {
  const { language } = useTranslation().i18n;
  return language === lang ? text : <span lang={lang}>{text}</span>;
}

/** Without zeros that only fill the decimals of a column. */
function plain(value: string): string {
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}
