import { useTranslation as translation } from "react-i18next";
import type { i18n } from "i18next";
import type charter from "#locales/en/charter.json";
import type city from "#locales/en/city.json";
import type codes from "#locales/en/codes.json";
import type common from "#locales/en/common.json";
import type errors from "#locales/en/errors.json";
import type footprint from "#locales/en/footprint.json";
import type home from "#locales/en/home.json";
import type identity from "#locales/en/identity.json";
import type indicators from "#locales/en/indicators.json";
import type mail from "#locales/en/mail.json";
import type pilot from "#locales/en/pilot.json";
import type practice from "#locales/en/practice.json";
import type report from "#locales/en/report.json";
import type search from "#locales/en/search.json";

/** The words with their keys checked by TypeScript. i18next's own typed keys cost more than all other types together,
 *  so this says the little that the portal needs. */
type Resources = {
  charter: typeof charter;
  city: typeof city;
  codes: typeof codes;
  common: typeof common;
  errors: typeof errors;
  footprint: typeof footprint;
  home: typeof home;
  identity: typeof identity;
  indicators: typeof indicators;
  mail: typeof mail;
  pilot: typeof pilot;
  practice: typeof practice;
  report: typeof report;
  search: typeof search;
};

export type Namespace = keyof Resources;

type Path<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${Path<Tree[Name]>}`;
}[keyof Tree & string];
type PluralStem<Key> = Key extends `${infer Stem}_other` ? Stem : never;
type Plain<Key> = Key extends `${string}_${"one" | "other"}` ? never : Key;

type Paths = { [Name in Namespace]: Path<Resources[Name]> };
type QualifiedKey<Keys extends Record<Namespace, string>> = { [Name in Namespace]: `${Name}:${Keys[Name]}` }[Namespace];
/** Keys of sentences that change with a number, and of all others. */
type CountedKeys = { [Name in Namespace]: PluralStem<Paths[Name]> };
type PlainKeys = { [Name in Namespace]: Plain<Paths[Name]> };
type CountedKey<Name extends Namespace> = CountedKeys[Name] | QualifiedKey<CountedKeys>;
type Key<Name extends Namespace> = PlainKeys[Name] | CountedKey<Name> | QualifiedKey<PlainKeys>;

/** A key that is known only when the page is made, such as `standing.${string}`. */
type IsComputed<Asked extends string> = {} extends Record<Asked, 1> ? true : false;
type Values = { [name: string]: unknown; defaultValue?: string };

export interface Words<Name extends Namespace> {
  <Asked extends string>(
    key: Asked extends Key<Name> ? Asked : IsComputed<Asked> extends true ? Asked : Key<Name>,
    ...values: [Asked] extends [CountedKey<Name>] ? [Values & { count: number }] : [Values?]
  ): string;
}

/** The page's words of one concept. */
export const useTranslation = translation as unknown as <Name extends Namespace = "common">(
  namespace?: Name,
) => { t: Words<Name>; i18n: i18n };
