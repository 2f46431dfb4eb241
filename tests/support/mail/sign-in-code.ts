import type { Mail } from "#graphql/mail/mailer.ts";
import { until } from "../until.ts";

/** Takes the newest mail to the address out of the mailer, once it has come: sign-in does not wait for its mails. */
export async function mailSentTo(mailer: { sent: Mail[] }, email: string): Promise<Mail> {
  let mail: Mail | undefined;
  await until(`a mail to ${email}`, 10_000, () => {
    const index = mailer.sent.findIndex(({ to }) => to === email.toLowerCase());
    if (index !== -1) [mail] = mailer.sent.splice(index, 1);
    return mail !== undefined;
  });
  if (!mail) throw new Error(`No mail was sent to ${email}.`);
  return mail;
}

/** The six digits in the newest mail to the address. */
export async function codeSentTo(mailer: { sent: Mail[] }, email: string): Promise<string> {
  return /\b\d{6}\b/.exec((await mailSentTo(mailer, email)).text)?.[0] ?? "";
}
