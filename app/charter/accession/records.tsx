import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { Actions, ButtonLink, Form, Section, SubmitRow, Timeline } from "#app/ui/index.ts";

export const AccessionRecordsFragment = graphql(`
  fragment AccessionRecords on Accession {
    ceremonies {
      id
      kind
      place
      note
      on {
        date
        precision
      }
    }
    documents {
      id
      kind
      title
      url
      receivedOn
    }
    extensions {
      commitment
      newDate
      reason
      decidedOn
    }
  }
`);

type Props = {
  accession: FragmentOf<typeof AccessionRecordsFragment>;
  to: ((form: string) => string) | null;
};

/** Ceremonies, documents and extensions of an accession, with the ways to add and to remove. */
export function AccessionRecords({ accession, to }: Props) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const { ceremonies, documents, extensions } = readFragment(AccessionRecordsFragment, accession);

  const add = (form: string, label: string) =>
    to ? (
      <Actions>
        <ButtonLink look="secondary" href={to(form)}>
          {label}
        </ButtonLink>
      </Actions>
    ) : null;
  const removal = (of: "ceremony" | "document", id: string, name: string) =>
    to ? (
      <Form hidden={{ of, remove: id }}>
        <SubmitRow buttons={[{ label: t("page.remove", { name }), look: "secondary" }]} />
      </Form>
    ) : null;
  return (
    <>
      <Section title={t("page.ceremonies")} intro={t("page.ceremoniesHelp")}>
        {ceremonies.length === 0 ? <p>{t("page.noCeremonies")}</p> : null}
        <Timeline
          items={ceremonies.map(({ id, kind, place, note, on }) => ({
            date: format.date(on.date, on.precision) ?? common("notKnown"),
            dateTime: on.precision === "day" ? (on.date ?? undefined) : undefined,
            title: [codes(`ceremony.${kind}`), place].filter(Boolean).join(", "),
            children: (
              <>
                {note ? <p>{note}</p> : null}
                {removal("ceremony", id, codes(`ceremony.${kind}`))}
              </>
            ),
          }))}
        />
        {add("/ceremony", t("page.addCeremony"))}
      </Section>
      <Section title={t("page.documents")}>
        {documents.length === 0 ? <p>{t("page.noDocuments")}</p> : null}
        <Timeline
          items={documents.map(({ id, kind, title, url, receivedOn }) => ({
            date: receivedOn ? t("page.received", { date: format.date(receivedOn) }) : t("page.receivedUnknown"),
            title,
            href: url ?? undefined,
            children: (
              <>
                <p>{codes(`document.${kind}`)}</p>
                {removal("document", id, title)}
              </>
            ),
          }))}
        />
        {add("/document", t("page.addDocument"))}
      </Section>
      <Section title={t("page.extensions")} intro={t("page.extensionsHelp")}>
        {extensions.length === 0 ? <p>{t("page.noExtensions")}</p> : null}
        <Timeline
          items={extensions.map(({ commitment, newDate, reason, decidedOn }) => ({
            date: t("page.decided", { date: format.date(decidedOn) }),
            dateTime: decidedOn,
            title: t("page.extended", { commitment: codes(`commitment.${commitment}`), date: format.date(newDate) }),
            children: <p>{reason}</p>,
          }))}
        />
        {add("/extension", t("page.addExtension"))}
      </Section>
    </>
  );
}
