import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { PlainText, SummaryList } from "#app/ui/index.ts";

export const InventoryFactsFragment = graphql(`
  fragment InventoryFacts on Inventory {
    revision
    reason
    language
    note
    employees
    inhabitants
    demonstration
  }
`);

/** What the city says of its inventory: how many people it is for, what was corrected, its note. */
export function InventoryFacts({ inventory }: { inventory: FragmentOf<typeof InventoryFactsFragment> }) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const format = useFormats();
  const { revision, reason, language, note, ...facts } = readFragment(InventoryFactsFragment, inventory);
  const number = (value: number | null) => (value === null ? common("notGiven") : format.number(value));
  const text = (words: string) => (
    <>
      <TextLanguage language={language} />
      <PlainText text={words} lang={language} />
    </>
  );
  return (
    <SummaryList
      items={[
        ...(revision > 1 ? [{ term: t("reviewFootprint.revision"), value: format.number(revision) }] : []),
        ...(reason ? [{ term: t("reviewFootprint.reason"), value: text(reason) }] : []),
        { term: t("reviewFootprint.employees"), value: number(facts.employees) },
        { term: t("footprint:boundary.inhabitants"), value: number(facts.inhabitants) },
        ...(note ? [{ term: t("reviewFootprint.note"), value: text(note) }] : []),
        ...(facts.demonstration ? [{ term: t("reviewFootprint.origin"), value: common("demonstration") }] : []),
      ]}
    />
  );
}
