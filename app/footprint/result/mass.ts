import { useTranslation } from "#app/i18n/words.ts";
import { type Mass, masses, tonnesOf } from "#app/i18n/masses.ts";

export { type Mass, masses, tonnesOf } from "#app/i18n/masses.ts";

type Ends = { low: string; central: string; high: string | null };

/** The masses of the page's language. */
export function useMass(): Mass {
  return masses(useTranslation().i18n.language);
}

/** Tonnes as a number, for drawing only. */
export function drawn(kg: string): number;
export function drawn(kg: string | null | undefined): number | null;
export function drawn(kg: string | null | undefined): number | null {
  return kg === null || kg === undefined ? null : Number(tonnesOf(kg));
}

/** Low, central and high as numbers of tonnes, for drawing only. */
export function drawnEnds({ low, central, high }: Ends) {
  return { low: drawn(low), central: drawn(central), high: drawn(high) };
}
