import { Decimal } from "#graphql/kernel/decimal.ts";
import type { YearStatus } from "../series/status.rules.ts";

/** A median over fewer cities than this could be traced to one of them and is not shown. */
export const SMALLEST_GROUP = 5;

/** The middle value; the mean of the two middle ones for an even number. Null for none. */
export function median(values: readonly Decimal[]): Decimal | null {
  const ordered = values.toSorted((a, b) => a.comparedTo(b));
  const [left, right] = [ordered[Math.floor((ordered.length - 1) / 2)], ordered[Math.floor(ordered.length / 2)]];
  return left && right ? left.plus(right).dividedBy(2) : null;
}

/** As median(), but null also when the group is too small to hide a city. */
export function shownMedian(values: readonly Decimal[]): Decimal | null {
  return values.length < SMALLEST_GROUP ? null : median(values);
}

export type CityFootprint = {
  key: string;
  /** Published inventories of the administration. */
  years: readonly number[];
  /** How many of them may be compared with the baseline, the base years included. */
  comparable: number;
  /** Where the latest of them stands; null without any. */
  latest: YearStatus["status"] | null;
  kgPerEmployee: Decimal | null;
  kgPerInhabitant: Decimal | null;
};

export type FootprintGroup = {
  key: string;
  cities: number;
  reporting: number;
  comparing: number;
  onTrack: number;
  behind: number;
  met: number;
  missed: number;
  /** Years since the latest inventory, the median over reporting cities; null without any. */
  ageYears: Decimal | null;
  kgPerEmployee: Decimal | null;
  kgPerInhabitant: Decimal | null;
  /** How many cities the medians rest on; they are null below SMALLEST_GROUP. */
  employeeCities: number;
  inhabitantCities: number;
};

/** Counts and medians of the cities under one key. A city with fewer than two comparable inventories is on no side. */
export function footprintGroup(key: string, cities: readonly CityFootprint[], thisYear: number): FootprintGroup {
  const comparing = cities.filter(({ comparable }) => comparable >= 2);
  const at = (status: YearStatus["status"]) => comparing.filter(({ latest }) => latest === status).length;
  const reporting = cities.filter(({ years }) => years.length > 0);
  const perEmployee = reporting.flatMap(({ kgPerEmployee }) => kgPerEmployee ?? []);
  const perInhabitant = reporting.flatMap(({ kgPerInhabitant }) => kgPerInhabitant ?? []);
  return {
    key,
    cities: cities.length,
    reporting: reporting.length,
    comparing: comparing.length,
    onTrack: at("on_track"),
    behind: at("behind"),
    met: at("met"),
    missed: at("missed"),
    ageYears: median(reporting.map(({ years }) => new Decimal(thisYear - Math.max(...years)))),
    kgPerEmployee: rounded(shownMedian(perEmployee)),
    kgPerInhabitant: rounded(shownMedian(perInhabitant)),
    employeeCities: perEmployee.length,
    inhabitantCities: perInhabitant.length,
  };
}

function rounded(value: Decimal | null): Decimal | null {
  return value && value.toDecimalPlaces(3);
}
