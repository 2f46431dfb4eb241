import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { inventoryAddress } from "./downloads.tsx";

export const PublishedFragment = graphql(`
  fragment Published on Inventory {
    scope
    employees
    inhabitants
    publishedOn
    revisions {
      id
      revision
      state
      publishedOn
      reason
      language
    }
  }
`);

type Props = { inventory: FragmentOf<typeof PublishedFragment>; page: string };

/** When a year was published, who checked it (roles, no names), for how many people, and its revisions. */
export function PublicationFacts({ inventory, page }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const { publishedOn, employees, inhabitants, revisions, scope } = readFragment(PublishedFragment, inventory);
  const people = [
    employees === null ? null : t("year.published.employees", { number: format.number(employees) }),
    inhabitants === null ? null : t("year.published.inhabitants", { number: format.number(inhabitants) }),
  ].filter((text) => text !== null);
  return (
    <>
      <p>{publishedOn ? t("year.published.on", { date: format.date(publishedOn) }) : t("year.published.not")}</p>
      {people.length > 0 ? <p>{people.join(" · ")}</p> : null}
      {revisions.length > 1 ? (
        <ul>
          {revisions.map(({ id, revision, state, publishedOn: day, reason, language }) => (
            <li key={id}>
              <a href={`${page}${inventoryAddress({ scope, revision })}`}>
                {t("year.published.revision", { revision })}
              </a>
              {`, ${codes(`inventoryState.${state}`)}, ${format.date(day) ?? common("date.unknown")}`}
              {reason ? (
                <>
                  {": "}
                  <span lang={language}>{reason}</span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
