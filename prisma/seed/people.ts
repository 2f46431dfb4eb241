import type { Transaction } from "../client.ts";

const domain = "demo.quintet.example";
const cities = ["ghent", "roubaix", "gdynia", "nuremberg", "linkoping"];
const locales: Record<string, string> = { roubaix: "fr", gdynia: "pl", nuremberg: "de" };

/** Invented people with accounts for a demonstration network: an editor and an approver in a few cities, and the secretariat. */
export async function seedPeople(tx: Transaction): Promise<void> {
  for (const role of ["coordinator", "reviewer", "administrator"] as const) {
    const userId = await person(tx, role, `Demo ${role}`, "en");
    const key = { userId, role };
    await tx.networkRole.upsert({ where: { userId_role: key }, update: {}, create: key });
  }
  for (const slug of cities) {
    const city = await tx.city.findUniqueOrThrow({ where: { slug } });
    for (const role of ["editor", "approver"] as const) {
      const userId = await person(tx, `${role}.${slug}`, `Demo ${role}, ${city.name}`, locales[slug] ?? "en");
      const key = { userId, cityId: city.id, role };
      await tx.membership.upsert({ where: { userId_cityId_role: key }, update: {}, create: key });
    }
    if ((await tx.contact.count({ where: { cityId: city.id } })) > 0) continue;
    const email = `contact.${slug}@${domain}`;
    const data = {
      cityId: city.id,
      name: `Demo contact, ${city.name}`,
      role: "Demonstration data",
      email,
      shown: true,
      demonstration: true,
    };
    await tx.contact.create({ data });
  }
}

async function person(tx: Transaction, mailbox: string, name: string, locale: string): Promise<string> {
  const email = `${mailbox}@${domain}`;
  const create = { id: `demo-${mailbox}`, name, email, emailVerified: true, locale, demonstration: true };
  const user = await tx.user.upsert({ where: { email }, update: {}, create });
  return user.id;
}
