/** The package's plain data; it brings no types of its own. */
declare module "@tgwf/co2/data" {
  export const averageIntensity: { data: Record<string, number | undefined> };
  export const electricityMaps: Record<
    string,
    { data: Record<string, { carbonIntensity: { value: number } } | undefined> } | undefined
  >;
}
