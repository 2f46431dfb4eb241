import type { Mail } from "#graphql/mail/mailer.ts";

/** Takes the newest mail to the address out of the mailer, once it has come: sign-in does not wait for its mails. */
export async function mailSentTo(mailer: { sent: Mail[] }, email: string): Promise<Mail> {
  for (let patience = 100; patience > 0; patience -= 1) {
    const index = mailer.sent.findIndex((mail) => mail.to === email.toLowerCase());
    const [mail] = index === -1 ? [] : mailer.sent.splice(index, 1);
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No mail was sent to ${email}.`);
}

/** The six digits in the newest mail to the address. */
export async function codeSentTo(mailer: { sent: Mail[] }, email: string): Promise<string> {
  return /\b\d{6}\b/.exec((await mailSentTo(mailer, email)).text)?.[0] ?? "";
}
