import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink, Disclosure } from "#app/ui/index.ts";
import { type YearPlace, yearPath } from "../inventory/address.ts";

type Props = { place: YearPlace; categories: readonly { code: string; group: string }[] };

/** Ways to add lines: a category of a group, or a whole spreadsheet. */
export function AddLines({ place, categories }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  return (
    <>
      <Actions>
        <ButtonLink href={link(yearPath(place, "lines/new"))} look="secondary">
          {t("edit.add")}
        </ButtonLink>
        <a href={link(yearPath(place, "import"))}>{t("edit.import")}</a>
      </Actions>
      <Disclosure summary={t("edit.addBy")}>
        {[...Map.groupBy(categories, ({ group }) => group)].map(([group, members]) => (
          <p key={group}>
            <b>{codes(`equipmentGroup.${group}`)}</b>
            {members.map(({ code }) => (
              <span key={code}>
                {" · "}
                <a href={link(yearPath(place, "lines/new", { category: code }))}>{t(`category.${code}`)}</a>
              </span>
            ))}
          </p>
        ))}
      </Disclosure>
    </>
  );
}
