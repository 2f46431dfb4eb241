import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonLink, DataTable, PageTitle, Section } from "#app/ui/index.ts";
import { charterTexts } from "./parts/texts.server.ts";
import type { Route } from "./+types/show.ts";

export const CharterDocument = graphql(`
  query Charter {
    charterVersions {
      code
      adoptedOn
      sources {
        title
        url
      }
      commitments {
        kind
        rules {
          inForceFrom
          type
          wording
          date
          years
        }
      }
    }
  }
`);

type Version = ResultOf<typeof CharterDocument>["charterVersions"][number];
type Commitment = Version["commitments"][number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { charterVersions } = await query({ request, context }, CharterDocument);
  return { versions: charterVersions, texts: charterTexts(locale) };
}

const kinds = ["cooperation", "local_partnership", "pilots", "footprint"] as const;

export default function ShowCharter({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("charter");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { versions, texts } = loaderData;
  const format = useFormats();
  const link = useLink();
  const label = ({ code }: Version) => codes(`charterVersion.${code}`);
  return (
    <>
      <title>{`${t("texts.title")} – Quintet`}</title>
      <meta name="description" content={t("texts.lead")} />
      <PageTitle title={t("texts.title")} lead={t("texts.lead")} />
      <Section title={t("texts.comparison")} intro={t("texts.intro")}>
        <DataTable<"aim" | (typeof kinds)[number]>
          caption={t("texts.comparison")}
          captionHidden
          narrow="stack"
          rows={["aim", ...kinds]}
          rowKey={(row) => row}
          columns={[
            {
              key: "what",
              header: t("texts.commitment"),
              rowHeader: true,
              cell: (row) => (row === "aim" ? t("texts.aim") : codes(`commitment.${row}`)),
            },
            ...versions.map((version) => ({
              key: version.code,
              header: label(version),
              cell: (row: "aim" | (typeof kinds)[number]) => {
                if (row === "aim") return texts[version.code]?.aim ?? common("notGiven");
                const commitment = version.commitments.find(({ kind }) => kind === row);
                if (!commitment) return t("texts.absent");
                return (
                  <div>
                    {texts[version.code]?.commitments[row] ?? common("notGiven")} <Deadline rules={commitment.rules} />
                  </div>
                );
              },
            })),
          ]}
        />
        <p>{t("texts.which")}</p>
        <ButtonLink href={link("/joining")} look="secondary">
          {t("common:footer.joining")}
        </ButtonLink>
      </Section>
      <Section title={common("sources")} intro={t("texts.ownWords")}>
        {versions.map((version) => (
          <Section key={version.code} level={3} title={label(version)} intro={adopted(version)}>
            <ul>
              {version.sources.map(({ title, url }) => (
                <li key={title} lang="en">
                  {url ? <a href={url}>{title}</a> : title}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </Section>
    </>
  );

  function adopted({ adoptedOn }: Version): string {
    return adoptedOn ? t("texts.adopted", { date: format.date(adoptedOn) }) : t("texts.adoptedUnknown");
  }
}

/** The rule of a commitment in words; a rule that replaces an earlier one says since when. */
function Deadline({ rules }: Pick<Commitment, "rules">) {
  const { t } = useTranslation("charter");
  const format = useFormats();
  return (
    <>
      {rules.map((rule, index) => (
        <small key={rule.inForceFrom} className="hint">
          <br />
          {index > 0 ? `${t("rule.since", { date: format.date(rule.inForceFrom) })} ` : null}
          {words(rule)}
        </small>
      ))}
    </>
  );

  function words({ type, wording, date, years }: Commitment["rules"][number]): string {
    if (type === "none") return t("rule.none");
    if (type === "years_after_signing") return t("rule.within", { count: years ?? 0 });
    if (wording === "until_end_of") return t("rule.untilEndOf", { year: date?.slice(0, 4) });
    const shown = wording === "before" && date ? new Date(Date.parse(date) + 86_400_000).toISOString() : date;
    return t(wording === "before" ? "rule.before" : "rule.by", { date: format.date(shown) });
  }
}
