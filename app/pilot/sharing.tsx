import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Form, Notice, PageTitle, SearchBox, Section, SubmitRow } from "#app/ui/index.ts";
import { AnswerInvitation } from "./sharing/invitation.tsx";
import { changeShare, pilotToShare } from "./sharing/sharing.server.ts";
import { PilotCities } from "./sharing/shares.tsx";
import { SlotForm } from "./sharing/slot.tsx";
import type { Route } from "./+types/sharing.ts";

export const CitiesToInviteDocument = graphql(`
  query CitiesToInvite($name: String!, $locale: String!) {
    cities(first: 10, filter: { name: $name }) {
      totalCount
      edges {
        node {
          id
          slug
          country
          name(locale: $locale)
        }
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToShare(args);
  const { searchParams } = new URL(args.request.url);
  const name = searchParams.get("city")?.trim() ?? "";
  const found = name ? (await query(args, CitiesToInviteDocument, { name, locale })).cities : null;
  const here = pilot.cities.map(({ city }) => city.id);
  const cities = found?.edges.map(({ node }) => node).filter(({ id }) => !here.includes(id)) ?? [];
  return { pilot, name, cities, more: (found?.totalCount ?? 0) > 10, saved: searchParams.has("saved") };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToShare(args);
  const form = await readForm(args.request, locale);
  const intent = form.text("intent");
  const problem = await changeShare(args, intent, {
    id: pilot.id,
    version: form.version(),
    cityId: form.text("cityId"),
    slot: form.whole("slot") ?? 0,
  });
  if (problem) return refill(problem, form);
  const path = intent === "invite" ? `/pilots/${pilot.slug}/sharing?saved` : `/cities/${form.text("citySlug")}?saved`;
  return redirect(localPath(locale, path));
}

export default function SharePilot({
  loaderData: { pilot, name, cities, more, saved },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const form = useForm(actionData);
  const title = t("sharing.title");
  const address = link(`/pilots/${pilot.slug}/sharing`);
  const toAnswer = pilot.cities.filter(({ confirmed, city }) => !confirmed && city.viewerCan.includes("pilot_join"));
  const movable = pilot.cities.filter(
    ({ confirmed, city }) =>
      confirmed && pilot.viewerCan.includes("pilot_move_slot") && city.viewerCan.includes("pilot_move_slot"),
  );
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language }, { label: title }]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={title} lead={t("sharing.lead")} />
      <ConflictNotice conflict={form.conflict} fields={[]} />
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {toAnswer.map(({ city }) => (
        <AnswerInvitation key={city.id} city={city} pilot={pilot} form={form} />
      ))}
      <Section title={t("sharing.cities")}>
        <PilotCities shares={pilot.cities} />
        {movable.map((share) => (
          <SlotForm key={share.city.id} share={share} pilot={pilot} form={form} />
        ))}
      </Section>
      {pilot.viewerCan.includes("pilot_invite_city") ? (
        <Section title={t("sharing.invite")} intro={t("sharing.inviteHint")}>
          <SearchBox
            action={address}
            name="city"
            value={name}
            label={t("sharing.cityName")}
            button={t("sharing.find")}
          />
          {name && cities.length === 0 ? <p>{t("sharing.noCity", { name })}</p> : null}
          {cities.map((city) => (
            <Form key={city.id} hidden={{ cityId: city.id, version: pilot.version }} label={city.name}>
              <p>
                <a href={link(`/cities/${city.slug}`)}>{city.name}</a>, {format.country(city.country)}
              </p>
              <SubmitRow
                buttons={[
                  {
                    label: t("sharing.inviteCity", { city: city.name }),
                    name: "intent",
                    value: "invite",
                    look: "secondary",
                  },
                ]}
              />
            </Form>
          ))}
          {more ? <p>{t("sharing.more")}</p> : null}
        </Section>
      ) : null}
    </>
  );
}
