/** The pages that everyone can read, one of each kind. */
export const readingPages = [
  "",
  "/cities/ghent",
  "/cities/tampere",
  "/pilots/gdynia-tristar",
  "/practices/linkoping-ict-life-cycle-policy",
  "/charter",
  "/progress",
  "/about",
  "/help",
  "/glossary",
  "/accessibility",
  "/sign-in",
];

/** Lists and results, which may be heavier. */
export const resultPages = ["/cities", "/search", "/search?q=street+lighting", "/search?q=zzzzqqqq"];

export const languages = ["de", "el", "en", "fr", "pl"];
