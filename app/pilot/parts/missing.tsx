import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";

export const MissingListFragment = graphql(`
  fragment MissingList on MissingItem {
    code
    parts
  }
`);

type Props = {
  missing: readonly FragmentOf<typeof MissingListFragment>[];
  /** Left out: what only others can add, sign-off and review. */
  own?: boolean;
  /** Where each can be filled in. */
  href?: (code: string) => string | undefined;
};

const fromOthers = ["sign_off", "review"];

/** Whether the city can add it itself. */
export function isOwn(item: FragmentOf<typeof MissingListFragment>): boolean {
  return !fromOthers.includes(readFragment(MissingListFragment, item).code);
}

/** What the pilot still lacks to count; says so when nothing is lacking. */
export function MissingList({ missing, own = false, href }: Props) {
  const { t } = useTranslation("pilot");
  const items = readFragment(MissingListFragment, missing);
  const listed = own ? items.filter(({ code }) => !fromOthers.includes(code)) : items;
  if (listed.length === 0) return <p>{t(own ? "lacks.nothingOwn" : "lacks.nothing")}</p>;
  return (
    <>
      <p>{t("lacks.intro")}</p>
      <ul>
        {listed.map(({ code, parts }) => {
          const address = href?.(code);
          return <li key={code}>{address ? <a href={address}>{words(code, parts)}</a> : words(code, parts)}</li>;
        })}
      </ul>
    </>
  );

  function words(code: string, parts: readonly string[]) {
    const what = t(`missing.${code}`);
    return parts.length > 0
      ? t("lacks.parts", { what, parts: parts.map((part) => t(`missingPart.${part}`)).join(", ") })
      : what;
  }
}
