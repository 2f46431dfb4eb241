import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Form, Section, StatusTag, SubmitRow } from "#app/ui/index.ts";

export const EarlyStartFragment = graphql(`
  fragment EarlyStart on PilotCity {
    lead
    confirmed
    earlyStartAccepted
    begunBeforeSigning
    city {
      id
      slug
      name(locale: $locale)
      countingPilots
      accessions {
        signed {
          date
          precision
        }
        charterVersion {
          code
        }
      }
    }
  }
`);

type Props = {
  share: FragmentOf<typeof EarlyStartFragment>;
  /** The pilot's version that the reader sees. */
  version: number;
  /** Whether the reader may answer. */
  may: boolean;
};

/** One city of the pilot: when it signed, and the question whether an early start counts for it. */
export function EarlyStart({ share, version, may }: Props) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const { city, lead, confirmed, begunBeforeSigning, earlyStartAccepted } = readFragment(EarlyStartFragment, share);
  const signed = city.accessions.map(({ signed: on, charterVersion }) =>
    t("review.signed", {
      text: codes(`charterVersion.${charterVersion.code}`),
      date: format.date(on.date, on.precision) ?? common("date.unknown"),
    }),
  );
  return (
    <Section level={3} title={<a href={link(`/cities/${city.slug}`)}>{city.name}</a>}>
      <p>
        {[
          t(lead ? "review.leads" : confirmed ? "review.shares" : "review.invited"),
          ...signed,
          t("review.has", { count: city.countingPilots }),
        ].join(" · ")}
      </p>
      {begunBeforeSigning ? (
        <>
          <p>
            <StatusTag tone={earlyStartAccepted ? "good" : "risk"}>
              {t(earlyStartAccepted ? "review.early.yes" : "codes:refusalRule.begun_before_signing")}
            </StatusTag>{" "}
            {t("review.early.text")}
          </p>
          {may && confirmed ? (
            <Form
              hidden={{ intent: "earlyStart", version, cityId: city.id, accepted: earlyStartAccepted ? "no" : "yes" }}
              label={t("review.early.label", { city: city.name })}
            >
              <SubmitRow
                buttons={[
                  { label: t(earlyStartAccepted ? "review.early.takeBack" : "review.early.accept"), look: "secondary" },
                ]}
              />
            </Form>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}
