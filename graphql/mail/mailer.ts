import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";

export type Mail = { to: string; subject: string; text: string; locale: string };
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
    async send({ to, subject, text, locale }) {
      await transport.sendMail({ from, to, subject, text, headers: { "Content-Language": locale } });
    },
    kept: () => Promise.resolve([]),
  };
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
