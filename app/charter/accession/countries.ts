/** The countries of Europe that a city of the network may lie in, ISO 3166-1 alpha-2. The API takes any other as well. */
export const countries: readonly string[] =
  "AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA XK".split(
    " ",
  );

export const cityTypes = ["commune", "metropolis", "agency_led", "region_group"] as const;
