/** The pages that everyone can read, one of each kind. */
export const readingPages = [
  "",
  "/cities/ghent",
  "/cities/tampere",
  "/pilots/gdynia-tristar",
  "/practices/linkoping-ict-life-cycle-policy",
  "/cities/valencia/footprint",
  "/cities/utrecht/footprint",
  "/cities/nuremberg/footprint/baseline",
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
  "/search?kind=city&like=valencia&all=like",
  "/concepts/street-lighting",
  "/cities/gdynia/footprint/2022",
  "/footprint/factors/ademe-2025",
];

export const languages = ["de", "el", "en", "fr", "pl"];
