import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { CityWords } from "./basis.tsx";
import type { ListedLine } from "../inventory/year-documents.ts";

/** What a line counts, whose it is and where. */
export function LineName({ line, lang }: { line: ListedLine; lang: string }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const kind = [codes(`perimeter.${line.perimeter}`), codes(`tenure.${line.tenure}`), format.country(line.country)];
  return (
    <span className="plain">
      {t(`category.${line.category}`)}
      {line.label ? (
        <>
          {": "}
          <CityWords text={line.label} lang={lang} />
        </>
      ) : null}
      {"\n"}
      {kind.join(" · ")}
    </span>
  );
}
