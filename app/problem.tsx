import { useTranslation } from "#app/i18n/words.ts";
import { isRouteErrorResponse, useRouteLoaderData } from "react-router";
import { ButtonLink, PageTitle } from "#app/ui/index.ts";
import { useLink } from "./i18n/links.ts";
import type { PageFrame } from "./root.tsx";

const kinds: Record<number, "notFound" | "forbidden" | "badRequest"> = {
  400: "badRequest",
  403: "forbidden",
  404: "notFound",
  405: "badRequest",
  415: "badRequest",
};

/** The page for what could not be answered: in words, with a way on, and an id where the fault is ours. */
export function Problem({ error }: { error: unknown }) {
  const { t } = useTranslation("errors");
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = kinds[status] ?? "unexpected";
  return (
    <>
      <title>{`${t(`page.${kind}.title`)} – Quintet`}</title>
      <PageTitle title={t(`page.${kind}.title`)} lead={t(`page.${kind}.text`)} />
      {kind === "unexpected" && frame ? <p>{t("page.reference", { id: frame.requestId })}</p> : null}
      <ButtonLink href={link("/")}>{t("page.home")}</ButtonLink>
    </>
  );
}
