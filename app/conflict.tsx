import { useTranslation } from "#app/i18n/words.ts";
import { Notice, TwoVersions } from "#app/ui/index.ts";

export type ConflictingField = { label: string; mine: string; theirs: string; lang?: string };

/** Shown when someone else saved meanwhile: both texts, side by side, for each field that differs; where nothing was typed, a word. */
export function ConflictNotice({ conflict, fields }: { conflict: number | null; fields: ConflictingField[] }) {
  const { t } = useTranslation();
  if (conflict === null) return null;
  if (fields.length === 0)
    return (
      <Notice tone="warning" role="alert" title={t("conflict.title")}>
        <p>{t("conflict.again")}</p>
      </Notice>
    );
  const differing = fields.filter(({ mine, theirs }) => mine.trim() !== theirs.trim());
  const text = (key: "mine" | "theirs") =>
    differing.map((field) => `${field.label}\n${field[key] || t("notGiven")}`).join("\n\n");
  return (
    <TwoVersions
      title={t("conflict.title")}
      intro={t("conflict.intro")}
      mine={{ title: t("conflict.mine"), text: text("mine"), lang: differing[0]?.lang }}
      theirs={{
        title: t("conflict.theirs"),
        caption: t("conflict.saved", { version: conflict }),
        text: text("theirs"),
        lang: differing[0]?.lang,
      }}
    />
  );
}
