import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, Breadcrumbs, ButtonLink, Notice, PageTitle } from "#app/ui/index.ts";
import { practiceToEdit } from "./parts/edit.server.ts";
import { LockedPractice } from "./parts/locked.tsx";
import { stepAfter, steps } from "./parts/steps.ts";
import { ToolList } from "./tool/list.tsx";
import type { Route } from "./+types/tools.ts";

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const done = (["saved", "removed"] as const).find((name) => searchParams.has(name)) ?? null;
  return { practice: await practiceToEdit(args), done };
}

export default function EditPracticeTools({ loaderData: { practice, done } }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const link = useLink();
  const list = link(`/practices/${practice.slug}/edit`);
  const next = stepAfter("tools", practice);
  const title = t("step.tools.title");
  return (
    <>
      <title>{`${title} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/practices/${practice.slug}`), label: practice.title, lang: practice.language },
          { href: list, label: t("edit.title") },
          { label: title },
        ]}
      />
      {done ? (
        <Notice tone="success" role="status">
          {t(`tools.${done}`)}
        </Notice>
      ) : null}
      <PageTitle
        title={title}
        caption={t("common:step", { number: steps.findIndex(({ name }) => name === "tools") + 1, of: steps.length })}
        lead={t("step.tools.lead")}
      />
      {practice.locked ? <LockedPractice practice={practice} /> : null}
      <ToolList
        tools={practice.toolList}
        change={practice.locked ? undefined : (id) => `${list}/tools/${encodeURIComponent(id)}`}
      />
      <Actions>
        {practice.locked ? null : <ButtonLink href={`${list}/tools/new`}>{t("tools.add")}</ButtonLink>}
        {practice.locked ? null : (
          <ButtonLink look="secondary" href={next ? `${list}/${next}` : list}>
            {t("tools.continue")}
          </ButtonLink>
        )}
        <a href={list}>{t("edit.back")}</a>
      </Actions>
    </>
  );
}
