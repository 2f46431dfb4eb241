import { CHOICES, type ChoiceField, SHEET_FIELDS, type SheetWords, type Vocabulary } from "./columns.rules.ts";
import { ENERGY_SOURCES } from "../result/rules.ts";
import { PERIMETERS, TENURES } from "../rules.ts";
import { wordLocales, words } from "#graphql/kernel/words.ts";

/** The words by which inventory sheets name columns and codes, in every language of the interface (footprint.json, codes.json). */
export function sheetVocabulary(categoryCodes: readonly string[]): Vocabulary {
  return Object.fromEntries(wordLocales.map((locale) => [locale, wordsOf(locale, categoryCodes)]));
}

function wordsOf(locale: string, categoryCodes: readonly string[]): SheetWords {
  const t = words(locale, "footprint");
  const ofCode = words(locale, "codes");
  const codes: Record<ChoiceField, readonly string[]> = {
    category: categoryCodes,
    perimeter: [...PERIMETERS.administration, ...PERIMETERS.territory],
    tenure: TENURES,
    energySource: ENERGY_SOURCES,
    country: [],
  };
  const named = (choice: ChoiceField) =>
    keyed(codes[choice], (code) =>
      choice === "category"
        ? t(`category.${code}`, { defaultValue: code })
        : ofCode(`${choice}.${code}`, { defaultValue: code }),
    );
  const list = (text: string) => text.split(",").map((word) => word.trim());
  return {
    columns: keyed(SHEET_FIELDS, (field) => t(`sheet.columns.${field}`)),
    hints: keyed(SHEET_FIELDS, (field) => t(`sheet.hints.${field}`)),
    choices: { ...keyed(CHOICES, named), country: countries(locale) },
    totals: list(t("sheet.totals")),
    pieces: list(t("sheet.pieces")),
    years: list(t("sheet.years")),
    lines: t("sheet.lines"),
    explanation: t("sheet.explanation"),
    advice: t("sheet.advice"),
    headings: keyed(["column", "code", "needed", "meaning", "values", "example"], (key) => t(`sheet.headings.${key}`)),
    example: keyed(["label", "embodiedSource", "note"], (key) => t(`sheet.example.${key}`)),
  };
}

function keyed<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

/** ISO 3166-1 alpha-2 and XK: what a cell may hold as a country. */
const countryCodes =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );

function countries(locale: string): Record<string, string> {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return keyed(countryCodes, (code) => names.of(code) ?? code);
}
