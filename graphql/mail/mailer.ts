import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  locale: string;
  /** Where one request without signing in ends such mails (RFC 8058). */
  unsubscribe?: string;
};
export type KeptMail = Mail & { id: string; sentAt: string };

export type Mailer = {
  send(mail: Mail): Promise<void>;
  /** Mail kept on this machine, newest first; empty when a mail server is configured. */
  kept(): Promise<KeptMail[]>;
};

/** Sends through SMTP. `from` is the network's address. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url);
  return {
    async send(mail) {
      const { to, subject, text } = mail;
      await transport.sendMail({ from, to, subject, text, headers: headersOf(mail) });
    },
    kept: () => Promise.resolve([]),
  };
}

/** What a mail says to the program that reads it: its language, and how to end such mails with one click. */
export function headersOf({ locale, unsubscribe }: Mail): Record<string, string> {
  const language = { "Content-Language": locale };
  if (!unsubscribe) return language;
  const link = `<${unsubscribe}>`;
  return { ...language, "List-Unsubscribe": link, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Keeps mail as files in a folder, for a network without a mail server. */
export function folderMailer(folder: string, now: () => Date): Mailer {
  let serial = 0;
  return {
    async send(mail) {
      const sentAt = now().toISOString();
      serial += 1;
      const id = `${sentAt.replace(/\D/g, "")}-${process.pid}-${String(serial).padStart(6, "0")}`;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${id}.json`), JSON.stringify({ id, sentAt, ...mail }));
    },
    async kept() {
      const names = await readdir(folder).catch(() => [] as string[]);
      const newest = names
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .reverse()
        .slice(0, 50);
      return Promise.all(
        newest.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as KeptMail),
      );
    },
  };
}

/** Keeps mail in memory (tests). */
export function memoryMailer(): Mailer & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: (mail) => Promise.resolve(void sent.unshift(mail)),
    kept: () => Promise.resolve(sent.map((mail, index) => ({ ...mail, id: String(index), sentAt: "" }))),
  };
}
