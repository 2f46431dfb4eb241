import { useTranslation as translation } from "react-i18next";
import type { i18n } from "i18next";
import type charter from "#locales/en/charter.json";
import type city from "#locales/en/city.json";
import type codes from "#locales/en/codes.json";
import type common from "#locales/en/common.json";
import type errors from "#locales/en/errors.json";
import type footprint from "#locales/en/footprint.json";
import type history from "#locales/en/history.json";
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
  history: typeof history;
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

/** Of each concept: keys of sentences that change with a number, and all others. */
type Paths = { [Name in Namespace]: Path<Resources[Name]> };
type Kinds = {
  [Name in Namespace]: { [Key in Plain<Paths[Name]>]: "plain" } & { [Key in PluralStem<Paths[Name]>]: "counted" };
};

/** What a key is: of the concept itself, or of another one that it names ("codes:role.monitoring"). A key that is known only when
 *  the page is made, such as `standing.${string}`, is taken as it is. */
type KindOf<Name extends Namespace, Asked extends string> = Asked extends keyof Kinds[Name]
  ? Kinds[Name][Asked]
  : Asked extends `${infer Other extends Namespace}:${infer Key}`
    ? Key extends keyof Kinds[Other]
      ? Kinds[Other][Key]
      : ComputedKind<Asked>
    : ComputedKind<Asked>;
type ComputedKind<Asked extends string> = {} extends Record<Asked, 1> ? "plain" : never;
/** Each of the keys, or what is wrong with it. */
type KeyOrFault<Name extends Namespace, Asked extends string> = Asked extends string
  ? [KindOf<Name, Asked>] extends [never]
    ? `No such word: ${Asked}`
    : Asked
  : never;
type Values = { [name: string]: unknown; defaultValue?: string };

type ArgumentsOf<Kind> = [Kind] extends [never] ? [Values?] : [Values & { count: number }];

export interface Words<Name extends Namespace> {
  <Asked extends string>(
    key: KeyOrFault<Name, Asked>,
    ...values: "plain" extends KindOf<Name, Asked> ? [Values?] : ArgumentsOf<KindOf<Name, Asked>>
  ): string;
}

/** The page's words of one concept. */
export const useTranslation = translation as unknown as <Name extends Namespace = "common">(
  namespace?: Name,
) => { t: Words<Name>; i18n: i18n };
