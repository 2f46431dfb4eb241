import { useTranslation } from "#app/i18n/words.ts";
import type { ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import type { LineFormDocument } from "./documents.ts";

type Sets = ResultOf<typeof LineFormDocument>["factorSets"];
type Kind = Sets[number]["factors"][number]["kind"];
/** Sentences beside the fields, by what they are about. */
export type TypicalHints = Record<Kind, string>;

/** Says of a category what is typical by the chosen set, or what the other sets say where it says nothing; of none, in general. */
export function useTypical(sets: Sets, chosen: string): (category: string) => TypicalHints {
  const { t } = useTranslation("footprint");
  const format = useFormats();
  const name = ({ publisher, publicationYear }: Sets[number]) => `${publisher} ${publicationYear}`;
  const factor = ({ factors }: Sets[number], category: string, kind: Kind) =>
    factors.find((one) => one.category === category && one.kind === kind);

  function hint(code: string, kind: Kind): string {
    const category = t(`category.${code}`);
    const set = sets.find((one) => one.code === chosen);
    const known = set && factor(set, code, kind);
    if (set && known) {
      const [value, low, high] = [known.value, known.low, known.high].map(format.number);
      const words = { category, value, low, high, source: name(set) };
      return kind === "lifetime"
        ? t("line.typical.lifetime", { ...words, count: Number(known.value) })
        : t(`line.typical.${kind}`, words);
    }
    const others = sets.flatMap((other) => {
      const found = factor(other, code, kind);
      if (!found) return [];
      const words = { value: format.number(found.value), source: name(other) };
      return kind === "lifetime"
        ? t("line.other.lifetime", { ...words, count: Number(found.value) })
        : t(`line.other.${kind}`, words);
    });
    const lacking = t(`line.none.${kind}`, { category, source: set ? name(set) : "" });
    return others.length > 0 ? `${lacking} ${t("line.others", { list: format.list(others) })}` : lacking;
  }

  return (code) =>
    code === ""
      ? { energy: t("line.choose.energy"), lifetime: t("line.choose.lifetime"), embodied: t("line.choose.embodied") }
      : { energy: hint(code, "energy"), lifetime: hint(code, "lifetime"), embodied: hint(code, "embodied") };
}
