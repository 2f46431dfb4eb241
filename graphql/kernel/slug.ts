const LATIN: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};
const GREEK: Record<string, string> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};
const BULGARIAN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sht",
  ъ: "a",
  ь: "y",
  ю: "yu",
  я: "ya",
};
const LETTERS: Record<string, string> = { ...LATIN, ...GREEK, ...BULGARIAN };
const FIRST: Record<string, string> = { α: "a", ε: "e", η: "i" };

/**
 * An address word of a-z, 0-9 and single hyphens. Greek follows ISO 843 (ELOT 743), Bulgarian its official transliteration; a
 * name in any other script is spelt by its code points, so only a blank name gives an empty word.
 */
export function slugify(name: string): string {
  const words = greekPairs(name.normalize("NFC").toLowerCase())
    .replaceAll(/ия(?!\p{L})/gu, "ia")
    .replaceAll("й", "y")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\P{ASCII}/gu, (letter) => LETTERS[letter] ?? " ");
  const slug = words.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return slug || Array.from(name.trim(), (letter) => letter.codePointAt(0)?.toString(16)).join("-");
}

/** Letter pairs that are read as one sound; a mark on the first vowel, or a diaeresis on the second, keeps them apart. */
function greekPairs(text: string): string {
  return text
    .replaceAll(/(?<!\p{L})μπ|μπ(?!\p{L})/gu, "b")
    .replaceAll("γγ", "ng")
    .replaceAll("γξ", "nx")
    .replaceAll("γχ", "nch")
    .replaceAll(/ο[υύ]/g, "ou")
    .replaceAll(/([αεη])[υύ](?=[θκξπσςτφχψ]|(?!\p{L}))/gu, (_, vowel: string) => `${FIRST[vowel]}f`)
    .replaceAll(/([αεη])[υύ]/g, (_, vowel: string) => `${FIRST[vowel]}v`);
}
