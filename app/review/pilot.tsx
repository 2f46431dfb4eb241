import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { PilotFactList } from "#app/pilot/parts/facts.tsx";
import { PilotLog } from "#app/pilot/parts/log-list.tsx";
import { isOwn, MissingList } from "#app/pilot/parts/missing.tsx";
import { PilotResults } from "#app/pilot/result/results.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { Notice, PageTitle, PlainText, Section } from "#app/ui/index.ts";
import { ConfirmRefusal, DecisionForm } from "./parts/decision-form.tsx";
import { decide } from "./parts/decide.server.ts";
import { choicesOf } from "./parts/decisions.ts";
import { EarlyStart } from "./parts/early-start.tsx";
import { Interests } from "./parts/interest.tsx";
import { letEarlyStart } from "./parts/early-start.server.ts";
import { ReviewHead } from "./parts/head.tsx";
import { EarlierSteps } from "./parts/reviews.tsx";
import { SinceThen } from "./parts/since.tsx";
import type { Route } from "./+types/pilot.ts";

export const ReviewPilotDocument = graphql(`
  query ReviewPilot($slug: String!, $locale: String!) {
    reviewQueue(limit: 1) {
      kind
    }
    pilot(slug: $slug) {
      id
      slug
      state
      language
      version
      demonstration
      viewerCan
      reading(locale: $locale) {
        title
        purpose
        description
        language
        origin
        stale
      }
      missing {
        ...MissingList
      }
      cities {
        lead
        ...EarlyStart
        city {
          ...Interest
        }
      }
      entries {
        ...PilotLog
      }
      results {
        ...Results
      }
      reviews {
        ...Reviews
        ...Since
      }
      ...PilotFacts
    }
  }
`);

type Pilot = NonNullable<ResultOf<typeof ReviewPilotDocument>["pilot"]>;

/** The queue is asked for too: whoever may not read it may not judge. */
async function pilotToReview({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, "request" | "context" | "params">): Promise<Pilot> {
  const { locale } = context.get(servicesContext);
  const { pilot } = await query({ request, context }, ReviewPilotDocument, { slug: params.slug, locale });
  if (!pilot) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return pilot;
}

export async function loader(args: Route.LoaderArgs) {
  return { pilot: await pilotToReview(args), saved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToReview(args);
  const form = await readForm(args.request, locale);
  if (form.text("intent") !== "earlyStart") return decide(args, "pilot", pilot, form);
  const accepted = form.text("accepted") === "yes";
  const problem = await letEarlyStart(args, {
    id: pilot.id,
    version: form.version(),
    cityId: form.text("cityId"),
    accepted,
  });
  if (problem) return refill(problem, form);
  return redirect(`${localPath(locale, `/network/review/pilots/${pilot.slug}`)}?saved`);
}

export default function ReviewPilot({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: pilots } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { pilot, saved } = loaderData;
  const { reading } = pilot;
  const link = useLink();
  const form = useForm(actionData);
  const confirming = actionData !== undefined && "confirm" in actionData;
  const choices = choicesOf("pilot", pilot.viewerCan);
  const title = t("review.pilotTitle", { title: reading.title });
  return (
    <>
      <ReviewHead form={form} title={title} here={{ label: reading.title, lang: reading.language }} />
      <PageTitle
        title={reading.title}
        lang={reading.language}
        caption={`${t("review.pilotCaption")} · ${codes(`reviewState.${pilot.state}`)}`}
      >
        <TextLanguage
          language={reading.language}
          original={pilot.language}
          origin={reading.origin}
          stale={reading.stale}
        />
        <a href={link(`/pilots/${pilot.slug}`)}>{t("review.publicPage")}</a>
      </PageTitle>
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {confirming ? <ConfirmRefusal form={form} version={pilot.version} /> : <Matter />}
    </>
  );

  function Matter() {
    const lacks = pilot.missing.some((item) => isOwn(item));
    const early = pilot.cities.map((share) => (
      <EarlyStart
        key={pilot.cities.indexOf(share)}
        share={share}
        version={pilot.version}
        may={choices.some(({ step }) => step === "accept")}
      />
    ));
    return (
      <>
        {pilot.state === "submitted" ? null : <Notice>{t("review.notWaiting")}</Notice>}
        <Section title={t("review.lacks")}>
          <MissingList missing={pilot.missing} own />
        </Section>
        <Section title={pilots("field.purpose")}>
          {reading.purpose ? <PlainText text={reading.purpose} lang={reading.language} /> : <p>{common("notGiven")}</p>}
          {reading.description ? <PlainText text={reading.description} lang={reading.language} /> : null}
        </Section>
        <Section title={t("review.facts")}>
          <PilotFactList pilot={pilot} />
        </Section>
        <Section title={t("review.results")} intro={t("review.resultsIntro")}>
          <PilotResults results={pilot.results} />
        </Section>
        <Section title={pilots("show.log")}>
          <PilotLog entries={pilot.entries} whole={false} more={link(`/pilots/${pilot.slug}?log`)} />
        </Section>
        <Section title={t("review.cities")} intro={t("review.citiesIntro", { count: pilot.cities.length })}>
          {early}
        </Section>
        <Section title={t("review.earlier")}>
          <EarlierSteps reviews={pilot.reviews} />
        </Section>
        <SinceThen reviews={pilot.reviews} action="pilot.update" />
        <Interests form={form} cities={pilot.cities.map(({ city }) => city)} />
        <DecisionForm form={form} version={pilot.version} choices={choices} lacks={lacks} />
      </>
    );
  }
}
