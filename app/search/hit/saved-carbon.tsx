import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { masses } from "#app/i18n/masses.ts";

/** How much carbon a year is saved, in words and to three digits: no claim is more exact. A gap is said to be one. */
export function SavedCarbon({ kg }: { kg: number | null }) {
  const { t, i18n } = useTranslation("search");
  const format = useFormats();
  if (kg === null) return <p>{t("hit.noSaved")}</p>;
  const tonnes = Math.abs(kg) >= 1000;
  const number = format.number(Number((tonnes ? kg / 1000 : kg).toPrecision(3)));
  const mass = `${number} ${tonnes ? "t" : "kg"} ${masses(i18n.language).gas}`;
  return (
    <p>
      <b>{t("hit.saved", { mass })}</b>
    </p>
  );
}
