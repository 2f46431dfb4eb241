import { type ClockAccession, type CommitmentDeadline, clockOf, governing } from "#graphql/charter/store.ts";
import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { type Progress, progress } from "./rules.ts";

export type Signatory = {
  id: string;
  slug: string;
  name: string;
  countryCode: string;
  charterCode: string;
  countingPilots: number;
  clock: CommitmentDeadline[];
  pilots: Progress;
};

/** Every signatory with its clock and its standing towards the five pilots, as of `today`.
 *  The charter's texts are read once, not once a city: sixty cities or six hundred, it is three statements. */
export async function signatories(prisma: Prisma, today: string, where: P.CityWhereInput = {}): Promise<Signatory[]> {
  const versions = await prisma.charterVersion.findMany({
    include: { commitments: { include: { rules: true }, orderBy: { position: "asc" } } },
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const cities = await prisma.city.findMany({
    where: { AND: [{ standing: "signatory" }, where] },
    select: {
      id: true,
      slug: true,
      name: true,
      countryCode: true,
      countingPilots: true,
      accessions: { include: { extensions: { orderBy: { decidedOn: "asc" } } }, omit: { sources: true, note: true } },
    },
    orderBy: { slug: "asc" },
  });
  return cities.flatMap((city) => {
    const accessions = city.accessions.flatMap((accession): ClockAccession[] => {
      const charterVersion = byId.get(accession.charterVersionId);
      return charterVersion ? [{ ...accession, charterVersion, sources: [], note: null, ceremonies: [] }] : [];
    });
    const latest = governing(accessions);
    if (!latest) return [];
    const clock = clockOf(latest, today);
    const { id, slug, name, countryCode, countingPilots } = city;
    const pilots = pilotsOf(clock, countingPilots, today);
    return [{ id, slug, name, countryCode, countingPilots, charterCode: latest.charterVersion.code, clock, pilots }];
  });
}

function pilotsOf(clock: CommitmentDeadline[], counting: number, today: string): Progress {
  const hand = clock.find(({ commitment }) => commitment.kind === "pilots");
  const deadline = hand?.deadline ?? { status: "none" as const, ignored: [] };
  return progress({ counting, deadline, today, required: hand?.commitment.quantity ?? 5 });
}
