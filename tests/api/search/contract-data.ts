/** Titles, and words by which both engines must find them, nobody having understood these. */
export const forms = [
  {
    why: "accents and case do not matter",
    title: "Éclairage économe des rues",
    language: "fr",
    words: ["eclairage econome", "ÉCLAIRAGE", "l’éclairage", "eclairage des rues"],
  },
  { why: "nor do letters of their own", title: "Łódź nad Ødegård", language: "pl", words: ["lodz", "łódź", "odegard"] },
  {
    why: "nor the ways to spell German",
    title: "Straßenbeleuchtung mit Sensoren",
    language: "de",
    words: ["strassenbeleuchtung", "STRASSENBELEUCHTUNG", "straßenbeleuchtung"],
  },
  { why: "nor Greek accents", title: "Φωτισμός δρόμων", language: "el", words: ["φωτισμος", "ΦΩΤΙΣΜΟΣ", "δρομων"] },
  {
    why: "typing errors are forgiven",
    title: "Luminaires that dim at night",
    language: "en",
    words: ["luminiares", "luminares", "lumunaires"],
  },
  { why: "in Polish", title: "Oświetlenie uliczne", language: "pl", words: ["oswietlneie", "oswietlenie"] },
  { why: "in Swedish", title: "Gatubelysning i Malmö", language: "sv", words: ["gatubelysnign", "malmo"] },
  { why: "the last word may be a beginning", title: "Thermostats for schools", language: "en", words: ["thermost"] },
  {
    why: "German compounds are found by their parts",
    title: "Straßenbeleuchtung im Quartier",
    language: "de",
    words: ["beleuchtung", "beleuchtung quartier"],
  },
  {
    why: "and inflected",
    title: "Öffentliche Gebäude werden saniert",
    language: "de",
    words: ["öffentlicher gebäuden"],
  },
  {
    why: "and the parts by the compound",
    title: "Wärme aus dem Rechenzentrum",
    language: "de",
    words: ["Rechenzentrumswärme"],
  },
] as const;

/**
 * Where the engines differ on words that are not in the thesaurus; what is in it is understood before either is asked. Meilisearch
 * forgives typing errors always, PostgreSQL when little was found: then Meilisearch's totals are larger.
 */
export const differences = [
  {
    by: "postgres",
    title: "Katuvalaistus himmenee yöllä",
    language: "fi",
    words: "katuvalaistuksen",
    why: "Meilisearch does not stem.",
  },
  {
    by: "postgres",
    title: "Straatverlichting dimmen",
    language: "nl",
    words: "verlichting",
    why: "Meilisearch cuts compounds of German alone.",
  },
] as const;

/** Queries that are meant to hurt: operators, filters, SQL, control characters, nothing at all. */
export const hostile = [
  ...[
    `"`,
    `"""`,
    `'`,
    `')); DROP TABLE "City"; --`,
    "( ) & | ! <-> :*",
    "a:* & b",
    "%",
    "100%_\\",
    "\u0001\u0007",
    "\\",
  ],
  ...[
    "x".repeat(10_000),
    "ä ".repeat(5000),
    "🌱🌱 🚲",
    "☂",
    "{}[]$1 ${2}",
    "NULL",
    "\n\t\r",
    "«»“”„",
    "-–—",
    "the of and",
  ],
  ...["-zirconium", "kind = practice OR kind = pilot", "area IN [water] AND NOT EXISTS", "_geoRadius(1, 2, 3)"],
  ...[
    "every",
    "\u{E000}\u{E001}",
    "1e309 0x1f 3.14 -7",
    "http://example.org/a?b=c&d",
    "مرحبا",
    "日本語",
    "ﬁ ℌ ①",
    "İstanbul ſ",
  ],
];
