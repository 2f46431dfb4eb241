import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, PlainText, Section, SubmitRow, SummaryList, TextArea } from "#app/ui/index.ts";
import { yearPath } from "../inventory/address.ts";
import type { OpenInventory } from "../inventory/open.server.ts";
import { useWarningWords } from "./words.ts";

export const WarningItemFragment = graphql(`
  fragment WarningItem on Warning {
    key
    code
    category
    value
    reference
    lines
    acceptance {
      reason
      acceptedOn
      acceptedBy
    }
  }
`);

type Props = {
  warning: FragmentOf<typeof WarningItemFragment>;
  open: OpenInventory;
  form: FormState;
  /** What the figure may have been compared with. */
  reference: { set: string; year: number | null };
};

/** A figure that stands out beside what it was compared with, and why the city holds that it is right. */
export function WarningItem({ warning, open, form, reference }: Props) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const link = useLink();
  const format = useFormats();
  const say = useWarningWords();
  const { key, code, category, acceptance, ...figures } = readFragment(WarningItemFragment, warning);
  const about = category ? t(`category.${category}`) : null;
  const name = `reason.${key}`;
  const mayChange = !open.locked;
  const title = about
    ? t("warnings.about", { category: about, warning: codes(`warning.${code}`) })
    : codes(`warning.${code}`);
  return (
    <Section title={title} intro={t(`warnings.meaning.${code}`)}>
      <SummaryList
        items={[
          { term: t("warnings.value"), value: say.figure(code, figures.value) },
          { term: t("warnings.reference"), value: say.figure(code, figures.reference) },
          { term: t("warnings.from"), value: say.source(code, reference) },
        ]}
      />
      {category && figures.lines > 0 ? (
        <p>
          <a href={`${link(yearPath(open.place, "edit", { category }))}#lines`}>
            {t("warnings.lines", { count: figures.lines })}
          </a>
        </p>
      ) : null}
      {acceptance ? (
        <>
          <h3>{t("warnings.explained")}</h3>
          <PlainText text={acceptance.reason} lang={open.language} />
          <p>
            <small>{[format.date(acceptance.acceptedOn), acceptance.acceptedBy].filter(Boolean).join(", ")}</small>
          </p>
          {mayChange ? (
            <Form hidden={{ key, version: open.version }} label={title}>
              <SubmitRow
                buttons={[{ label: t("warnings.withdraw"), name: "intent", value: "withdraw", look: "secondary" }]}
              />
            </Form>
          ) : null}
        </>
      ) : null}
      {!acceptance && mayChange ? (
        <Form hidden={{ key, version: open.version }} label={title}>
          <TextArea
            name={name}
            label={t("warnings.reason")}
            hint={t("warnings.reasonHint")}
            errors={form.errors(name)}
            value={form.value(name)}
            rows={3}
            maxLength={2000}
            lang={open.language}
          />
          <SubmitRow buttons={[{ label: t("warnings.accept") }]} />
        </Form>
      ) : null}
      {!acceptance && !mayChange ? <p>{common("notGiven")}</p> : null}
    </Section>
  );
}
