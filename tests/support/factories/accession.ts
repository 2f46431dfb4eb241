import type { Prisma } from "#prisma/client.ts";

/** The global id of a city's only accession. */
export async function accessionId(prisma: Prisma, cityId: string): Promise<string> {
  const { id } = await prisma.accession.findFirstOrThrow({ where: { cityId } });
  return Buffer.from(`Accession:${id}`).toString("base64");
}
