/** The pages that everyone can read, one of each kind. */
export const readingPages = [
  "",
  "/cities/bellmere",
  "/cities/ilmarsaari",
  "/pilots/dolnograd-green-wave",
  "/practices/eskelund-repair-first",
  "/pilots/dolnograd-green-wave/history",
  "/cities/fontclara/footprint",
  "/cities/gorsmark/footprint",
  "/cities/carnwerder/footprint/baseline",
  "/footprint/factors",
  "/charter",
  "/progress",
  "/about",
  "/help",
  "/glossary",
  "/accessibility",
  "/sign-in",
  "/unsubscribe/no-such-link",
];

/** Lists and results, which may be heavier. */
export const resultPages = [
  "/cities",
  "/search",
  "/search?q=street+lighting",
  "/search?q=zzzzqqqq",
  "/search?kind=result&sort=carbon",
  "/search?kind=tool",
  "/search?kind=city&like=fontclara&all=like",
  "/concepts/street-lighting",
  "/cities/dolnograd/footprint/2022",
  "/footprint/factors/ademe-2025",
];

export const languages = ["de", "el", "en", "fr", "pl"];
