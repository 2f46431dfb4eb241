/** How people write what the thesaurus has in another spelling, or leave unsaid. */

/** Where a keyboard lacks the letter, two stand for it. */
const twoLetters: Record<string, Record<string, string>> = {
  de: { ä: "ae", ö: "oe", ü: "ue" },
  da: { ø: "oe", å: "aa" },
};

/** A label as it is written, and as it is written without the letters that only its language has. */
export function spellingsOf(text: string, locale: string): string[] {
  const letters = twoLetters[locale] ?? {};
  const other = Array.from(text.normalize("NFC").toLowerCase(), (letter) => letters[letter] ?? letter).join("");
  return other === text.normalize("NFC").toLowerCase() ? [text] : [text, other];
}

/** Folded words for "less" and "fewer": beside what is to become less they say nothing that a document must hold. */
const lessWords = new Set([
  ..."less fewer reduce reducing moins reduire weniger mniej menos meno minder mindre farre faerre vahemman".split(" "),
  ..."λιγοτερο λιγοτερα λιγοτερη λιγοτεροι λιγοτερες mene menej manj manje kevesebb vahem mazak maziau inqas".split(
    " ",
  ),
]);

export function saysLess(word: string): boolean {
  return lessWords.has(word);
}
