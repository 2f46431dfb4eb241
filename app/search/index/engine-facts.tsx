import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { StatusTag, type StatusTone, SummaryList } from "#app/ui/index.ts";

export const EngineFragment = graphql(`
  fragment EngineFacts on SearchState {
    engine
    configured
    serverVersion
    documents
    serverDocuments
    waiting
    givenUp
    missing
    lagSeconds
    failures
    failedAt
    failure
    failing
    rebuiltAt
    rebuiltDocuments
  }
`);

type Facts = ResultOf<typeof EngineFragment>;
type Standing = "lost" | "failing" | "behind" | "well" | "alone";

const tones: Record<Standing, StatusTone> = {
  lost: "bad",
  failing: "risk",
  behind: "busy",
  well: "good",
  alone: "good",
};

/** Seconds after which a copy that lacks changes is called behind; changes take a moment in any case. */
const patience = 10;

/** How the search is doing in one word, the worst first. */
function standingOf({ configured, failing, givenUp, lagSeconds }: Facts): Standing {
  if (givenUp > 0) return "lost";
  if (!configured) return "alone";
  if (failing) return "failing";
  return lagSeconds > patience ? "behind" : "well";
}

/** How the search is doing, in a word and a sentence. */
export function EngineStatus({ state }: { state: FragmentOf<typeof EngineFragment> }) {
  const { t } = useTranslation("search");
  const facts = readFragment(EngineFragment, state);
  const standing = standingOf(facts);
  return (
    <p>
      <StatusTag tone={tones[standing]}>{t(`network.standing.${standing}`)}</StatusTag>{" "}
      {t(`network.means.${standing}`, { count: facts.givenUp })} <a href="#engine">{t("network.more")}</a>
    </p>
  );
}

/** Who answers searches now, and the figures of it. */
export function EngineFacts({ state }: { state: FragmentOf<typeof EngineFragment> }) {
  const { t } = useTranslation("search");
  const format = useFormats();
  const facts = readFragment(EngineFragment, state);
  const { configured, documents, serverDocuments, failures, failedAt, failure, rebuiltAt, rebuiltDocuments } = facts;
  const lag = facts.lagSeconds < 120 ? "seconds" : "minutes";
  const lagCount = lag === "seconds" ? facts.lagSeconds : Math.round(facts.lagSeconds / 60);
  const ofServer = [
    {
      term: t("network.server"),
      value: facts.serverVersion ? t("network.version", { version: facts.serverVersion }) : t("network.neverSeen"),
    },
    {
      term: t("network.serverDocuments"),
      value: serverDocuments === null ? t("common:notKnown") : format.number(serverDocuments),
    },
    {
      term: t("network.missing"),
      value:
        facts.missing === 0
          ? t("network.none")
          : `${format.number(facts.missing)} · ${t(`network.lag.${lag}`, { count: lagCount })}`,
    },
    {
      term: t("network.failures"),
      value: failedAt ? (
        <>
          {t("network.failed", { count: failures, time: format.instant(failedAt) })} <code lang="en">{failure}</code>
        </>
      ) : (
        t("network.none")
      ),
    },
    {
      term: t("network.rebuilt"),
      value: rebuiltAt
        ? t("network.rebuiltAt", { time: format.instant(rebuiltAt), count: rebuiltDocuments ?? 0 })
        : t("network.never"),
    },
  ];
  return (
    <SummaryList
      items={[
        { term: t("network.answers"), value: t(`network.engine.${facts.engine}`, { defaultValue: facts.engine }) },
        { term: t("network.documents"), value: format.number(documents) },
        { term: t("network.waiting"), value: facts.waiting === 0 ? t("network.none") : format.number(facts.waiting) },
        { term: t("network.givenUp"), value: facts.givenUp === 0 ? t("network.none") : format.number(facts.givenUp) },
        ...(configured ? ofServer : [{ term: t("network.server"), value: t("network.notConfigured") }]),
      ]}
    />
  );
}
