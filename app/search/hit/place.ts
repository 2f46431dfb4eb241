import { useFormats } from "#app/i18n/format.ts";

export type HitPlace = { name: string; country: string };
/** "Practice · Ghent, Belgium" */
export function useCaption(): (kind: string, place: HitPlace | undefined) => string {
  const format = useFormats();
  return (kind, place) => [kind, ...(place ? [`${place.name}, ${format.country(place.country)}`] : [])].join(" · ");
}

/** The city that leads a pilot, or the first of those that share it. */
export function leadOf(cities: readonly { lead: boolean; city: HitPlace }[]): HitPlace | undefined {
  return (cities.find(({ lead }) => lead) ?? cities[0])?.city;
}
