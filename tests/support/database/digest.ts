import type { Prisma } from "#prisma/client.ts";

/** Tables that signing in writes to, whoever asks. */
const aside = ["RateLimit", "Verification", "_prisma_migrations"];

async function tables(prisma: Prisma): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  return rows.map(({ name }) => name).filter((name) => !aside.includes(name));
}

/** A fingerprint of each table: the same before and after means that nothing was written. With `mentioning`, only of the
 *  rows in which one of these texts stands. */
export async function digest(prisma: Prisma, mentioning?: readonly string[]): Promise<Record<string, string>> {
  const names = await tables(prisma);
  const where = mentioning ? "WHERE t::text LIKE ANY ($1::text[])" : "";
  const parts = names.map(
    (name) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM "${name}" t ${where}`,
  );
  const values = mentioning ? [mentioning.map((text) => `%${text}%`)] : [];
  const sums = await prisma.$queryRawUnsafe<{ name: string; sum: string }[]>(parts.join(" UNION ALL "), ...values);
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}
