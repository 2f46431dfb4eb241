import { useTranslation } from "#app/i18n/words.ts";

/** What the practice still lacks to be published; says so when nothing is lacking. */
export function MissingList({ missing }: { missing: readonly string[] }) {
  const { t } = useTranslation("practice");
  if (missing.length === 0) return <p>{t("common:signOff.nothingMissing")}</p>;
  return (
    <>
      <p>{t("lacks.intro")}</p>
      <ul>
        {missing.map((code) => (
          <li key={code}>{t(`missing.${code}`)}</li>
        ))}
      </ul>
    </>
  );
}
