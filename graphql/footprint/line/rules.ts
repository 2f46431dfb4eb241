/** What figures of a line may be. A lifetime is in years, energy in kWh a year, manufacture in kg CO2e. */
export const FIGURES = {
  quantity: { min: "0.001", max: "1000000000", decimals: 3 },
  lifetimeYears: { min: "0.1", max: "50", decimals: 2 },
  kwhPerYear: { min: "0", max: "10000000", decimals: 4 },
  embodiedKg: { min: "0", max: "10000000", decimals: 4 },
} as const;
export type FigureName = keyof typeof FIGURES;

/** How many characters a line's texts may have. */
export const TEXT_LENGTHS = { label: 200, embodiedSource: 200, note: 1000 } as const;
export type TextFieldName = keyof typeof TEXT_LENGTHS;
