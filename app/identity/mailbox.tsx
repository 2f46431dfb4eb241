import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { ButtonLink, EmptyState, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { nextPage, withParameters } from "./parts/next.ts";
import type { Route } from "./+types/mailbox.ts";

export const MailboxDocument = graphql(`
  query Mailbox {
    keptMail {
      to
      subject
      text
      language
      sentAt
    }
  }
`);

/** The mails of a demonstration network, for everyone to read; any other network has no such page. */
export async function loader(args: Route.LoaderArgs) {
  if (!args.context.get(servicesContext).api.demonstration) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { searchParams } = new URL(args.request.url);
  const reader = searchParams.get("for");
  const { keptMail } = await query(args, MailboxDocument);
  return {
    reader,
    next: nextPage(searchParams.get("next")),
    mails: reader ? keptMail.filter(({ to }) => to === reader) : keptMail,
  };
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const format = useFormats();
  const link = useLink();
  const { mails, reader, next } = loaderData;
  return (
    <>
      <title>{`${t("mailbox.title")} – Quintet`}</title>
      <PageTitle title={t("mailbox.title")} lead={reader ? t("mailbox.for", { email: reader }) : undefined} />
      <Notice tone="demonstration">{t("mailbox.intro")}</Notice>
      {reader ? (
        <p className="actions">
          <ButtonLink href={withParameters(link("/sign-in/code"), { email: reader, next })}>
            {t("mailbox.enterCode")}
          </ButtonLink>
          <a href={link("/mailbox")}>{t("mailbox.all")}</a>
        </p>
      ) : null}
      {mails.length === 0 ? <EmptyState title={t("mailbox.empty")} /> : null}
      {mails.map((mail, index) => (
        <Section
          key={index}
          title={mail.subject}
          lang={mail.language}
          intro={t("mailbox.sent", { email: mail.to, instant: mail.sentAt ? format.instant(mail.sentAt) : "–" })}
        >
          <p className="plain" lang={mail.language}>
            {mail.text}
          </p>
        </Section>
      ))}
    </>
  );
}
