import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { signInFirst } from "#app/identity/parts/next.ts";
import { Actions, ButtonLink, Card, CardList, EmptyState, PageTitle, Section } from "#app/ui/index.ts";
import { MySlots } from "./parts/my-slots.tsx";
import { ClockInShort } from "./parts/clock-in-short.tsx";
import { CityTaskList } from "./parts/task-list.tsx";
import type { Route } from "./+types/tasks.ts";

export const MyCitiesDocument = graphql(`
  query MyCities($locale: String!) {
    viewer {
      memberships {
        city {
          slug
          name(locale: $locale)
          country
        }
      }
    }
  }
`);

export const CityTasksDocument = graphql(`
  query CityTasks($slug: String!, $locale: String!) {
    city(slug: $slug) {
      slug
      name(locale: $locale)
      country
      standing
      viewerCan
      tasks {
        ...CityTask
      }
      clock {
        ...ClockInShort
      }
      ...MySlots
    }
    practices(first: 10, filter: { city: $slug, state: [draft, awaiting_sign_off, submitted, changes_requested] }) {
      edges {
        node {
          slug
          state
          title
          language
          viewerCan
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof CityTasksDocument>;
export type MyCity = NonNullable<Answer["city"]>;
type Membership = NonNullable<ResultOf<typeof MyCitiesDocument>["viewer"]>["memberships"][number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { viewer } = await query({ request, context }, MyCitiesDocument, { locale });
  if (!viewer) throw signInFirst({ request, context });
  const cities = [...new Map(viewer.memberships.map(({ city }) => [city.slug, city])).values()];
  const asked = new URL(request.url).searchParams.get("city");
  const slug = asked ?? (cities.length === 1 ? cities[0]?.slug : undefined);
  if (!slug) return { cities, city: null, practices: [] };
  const { city, practices } = await query({ request, context }, CityTasksDocument, { slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!city.viewerCan.includes("city_read_drafts")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return { cities, city, practices: practices.edges.map(({ node }) => node) };
}

export default function ShowTasks({ loaderData: { cities, city, practices } }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const format = useFormats();
  const link = useLink();
  if (!city) return <ChooseCity cities={cities} />;
  const may = (action: MyCity["viewerCan"][number]) => city.viewerCan.includes(action);
  return (
    <>
      <title>{`${t("tasks.title", { name: city.name })} – Quintet`}</title>
      <PageTitle title={city.name} caption={t("tasks.caption", { country: format.country(city.country) })}>
        {cities.length > 1 ? <a href={link("/tasks")}>{t("tasks.otherCity")}</a> : null}
      </PageTitle>
      <Section title={t("tasks.slots")}>
        <MySlots city={city} />
      </Section>
      <Section title={t("tasks.todo")} intro={city.tasks.length > 0 ? t("tasks.todoIntro") : undefined}>
        <CityTaskList tasks={city.tasks} city={city.slug} />
      </Section>
      <Section title={t("tasks.clock")}>
        <ClockInShort hands={city.clock} />
        <p>
          <a href={link(`/cities/${city.slug}`)}>{t("tasks.clockMore")}</a>
        </p>
      </Section>
      <Section title={t("tasks.practices")}>
        {practices.length === 0 ? <p>{t("tasks.noPractices")}</p> : <PracticesInPreparation practices={practices} />}
        {may("practice_create") ? (
          <Actions>
            <ButtonLink look="secondary" href={link(`/cities/${city.slug}/practices/new`)}>
              {t("tasks.newPractice")}
            </ButtonLink>
          </Actions>
        ) : null}
      </Section>
      <Section title={t("tasks.more")}>
        <Actions>
          <ButtonLink look="secondary" href={link(`/cities/${city.slug}`)}>
            {t("tasks.publicPage")}
          </ButtonLink>
          <ButtonLink look="secondary" href={link("/search/ask")}>
            {t("tasks.questions")}
          </ButtonLink>
          {may("city_update") ? (
            <ButtonLink look="secondary" href={link(`/cities/${city.slug}/edit`)}>
              {t("tasks.editPage")}
            </ButtonLink>
          ) : null}
          {may("city_manage_contacts") ? (
            <ButtonLink look="secondary" href={link(`/cities/${city.slug}/contacts`)}>
              {t("show.contacts")}
            </ButtonLink>
          ) : null}
          {may("city_manage_members") ? (
            <ButtonLink look="secondary" href={link(`/cities/${city.slug}/members`)}>
              {t("show.members")}
            </ButtonLink>
          ) : null}
        </Actions>
      </Section>
    </>
  );
}

type Practices = Answer["practices"]["edges"][number]["node"][];

function PracticesInPreparation({ practices }: { practices: Practices }) {
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  return (
    <ul>
      {practices.map(({ slug, state, title, language, viewerCan }) => (
        <li key={slug}>
          <a href={link(`/practices/${slug}${viewerCan.includes("practice_update") ? "/edit" : ""}`)} lang={language}>
            {title}
          </a>{" "}
          {codes(`practiceState.${state}`)}
        </li>
      ))}
    </ul>
  );
}

function ChooseCity({ cities }: { cities: readonly Membership["city"][] }) {
  const { t } = useTranslation("city");
  const format = useFormats();
  const link = useLink();
  const title = t("tasks.choose");
  return (
    <>
      <title>{`${title} – Quintet`}</title>
      <PageTitle title={title} />
      {cities.length === 0 ? <EmptyState title={t("tasks.noCity")}>{t("tasks.noCityHelp")}</EmptyState> : null}
      <CardList>
        {cities.map(({ slug, name, country }) => (
          <Card
            key={slug}
            level={2}
            title={name}
            href={link(`/tasks?city=${slug}`)}
            caption={format.country(country)}
          />
        ))}
      </CardList>
    </>
  );
}
