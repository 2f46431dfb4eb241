import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import {
  Breadcrumbs,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  Radios,
  Section,
  SubmitRow,
  TextField,
} from "#app/ui/index.ts";
import { MemberTable } from "./parts/member-table.tsx";
import { signInFirst } from "./parts/next.ts";
import type { Route } from "./+types/members.ts";

export const MembersDocument = graphql(`
  query Members($slug: String!, $locale: String!) {
    viewer {
      email
      networkRoles
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      viewerCan
      members {
        id
        role
        name
        email
      }
    }
  }
`);

export const AddMemberDocument = graphql(`
  mutation AddMember($cityId: ID!, $input: MemberInput!, $idempotencyKey: String) {
    addMember(cityId: $cityId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

export const RemoveMemberDocument = graphql(`
  mutation RemoveMember($id: ID!) {
    removeMember(id: $id) {
      __typename
      ...Refusal
    }
  }
`);

async function cityWithMembers(args: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, city } = await query(args, MembersDocument, { slug: args.params.slug, locale });
  if (!viewer) throw signInFirst(args);
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!city.viewerCan.includes("city_manage_members")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return { viewer, city };
}

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const done = (["added", "removed"] as const).find((name) => searchParams.has(name)) ?? null;
  return { ...(await cityWithMembers(args)), done, key: crypto.randomUUID() };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { city } = await cityWithMembers(args);
  const form = await readForm(args.request, locale);
  const page = localPath(locale, `/cities/${city.slug}/members`);
  if (form.text("intent") === "remove") {
    const { removeMember } = await mutate(args, RemoveMemberDocument, { id: form.text("member") });
    outcome(removeMember);
    return redirect(`${page}?removed`);
  }
  const role = form.text("role") === "approver" ? ("approver" as const) : ("editor" as const);
  const input = { name: form.text("name"), email: form.text("email").trim(), role };
  const variables = { cityId: city.id, input, idempotencyKey: form.optional("key") };
  const { addMember } = await mutate(args, AddMemberDocument, variables);
  const { problem } = outcome(addMember);
  return problem ? refill(problem, form) : redirect(`${page}?added`);
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const link = useLink();
  const { viewer, city, done, key } = loaderData;
  const form = useForm(actionData, { role: "editor" });
  const field = (name: string) => ({
    name,
    label: t(`members.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const own = viewer.networkRoles.length > 0 ? null : viewer.email;
  return (
    <>
      <title>{`${form.title(t("members.title", { city: city.name }))} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/cities"), label: common("nav.cities") },
          { href: link(`/cities/${city.slug}`), label: city.name },
          { label: t("city:show.members") },
        ]}
      />
      <ErrorSummary {...form.summary} />
      {done ? (
        <Notice role="status" tone="success">
          {t(`members.${done}`)}
        </Notice>
      ) : null}
      <PageTitle title={t("members.title", { city: city.name })} lead={t("members.lead")} />
      <MemberTable members={city.members} own={own} />
      <Section title={t("members.add")} intro={t("members.addIntro")}>
        <Form hidden={{ intent: "add", key: form.key(key) }}>
          <TextField {...field("name")} maxLength={120} autoComplete="off" />
          <TextField {...field("email")} type="email" maxLength={200} autoComplete="off" />
          <Radios
            {...field("role")}
            options={(["editor", "approver"] as const).map((value) => ({
              value,
              label: codes(`memberRole.${value}`),
              hint: t(`rights.does.${value}`),
            }))}
          />
          <SubmitRow
            buttons={[{ label: t("members.addButton") }]}
            cancel={{ href: link(`/cities/${city.slug}`), label: common("action.back") }}
          />
        </Form>
      </Section>
    </>
  );
}
