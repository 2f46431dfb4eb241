import { useTranslation } from "#app/i18n/words.ts";
import type { ConflictingField } from "#app/conflict.tsx";
import { useFormats } from "#app/i18n/format.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { PERIMETERS } from "#graphql/footprint/rules.ts";
import type { LineInventory, StoredLine } from "./edit.server.ts";
import type { OpenInventory } from "../inventory/open.server.ts";

const coded: Record<string, string> = { perimeter: "perimeter", tenure: "tenure", energySource: "energySource" };

/** What a line's form holds at first: the stored line in the page's number format, or what is likely for a new one. */
export function useStoredLine(
  { place, language }: OpenInventory,
  { perimeters, tenures }: LineInventory,
  line: StoredLine | null,
  category: string,
) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const number = (value: string | null) => value && format.number(value);
  const only = perimeters.length === 1 ? perimeters[0] : undefined;
  const likely = place.scope === "administration" ? (perimeters[0] ?? PERIMETERS.administration[0]) : only;
  const stored = line
    ? {
        version: String(line.version),
        category: line.category,
        label: line.label,
        quantity: number(line.quantity),
        perimeter: line.perimeter,
        tenure: line.tenure,
        country: line.countryOwn,
        lifetimeYears: number(line.lifetimeYears),
        energySource: line.energySource,
        kwhPerYear: number(line.kwhPerYear),
        embodiedKg: number(line.embodiedKg),
        embodiedSource: line.embodiedSource,
        quality: String(line.quality),
        note: line.note,
      }
    : { category, perimeter: likely, tenure: tenures[0] ?? "owned", energySource: "typical", quality: "3" };

  /** Both versions of each field, for when someone else saved meanwhile. */
  function compared(form: FormState): ConflictingField[] {
    if (!line) return [];
    const { version: _version, ...fields } = stored as Record<string, string | null | undefined>;
    const shown = (name: string, value: string) => {
      if (value === "") return "";
      if (name === "category") return t(`category.${value}`);
      return coded[name] ? codes(`${coded[name]}.${value}`) : value;
    };
    return Object.entries(fields).map(([name, theirs]) => ({
      label: t(`line.${name}`),
      mine: shown(name, form.value(name)),
      theirs: shown(name, theirs ?? ""),
      lang: name === "label" || name === "note" ? language : undefined,
    }));
  }
  return { stored, compared };
}
