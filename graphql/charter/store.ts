import type { Aggregate } from "#graphql/kernel/change.ts";
import { accessionSubject, visibleAccessions } from "./policy.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { toIsoDate, toPartialDate } from "#graphql/kernel/dates.ts";
import { type AccessionSteps, type Deadline, type DeadlineRule, deadline, isSigned } from "./rules.ts";

/** What a clock needs of an accession. */
export const clockInclude = {
  charterVersion: { include: { commitments: { include: { rules: true }, orderBy: { position: "asc" } } } },
  extensions: { orderBy: { decidedOn: "asc" } },
  ceremonies: true,
} satisfies P.AccessionInclude;

export type StoredAccession = P.AccessionGetPayload<object>;

/** Accessions as mutations change them. */
export const accessions: Aggregate<StoredAccession> = {
  type: "Accession",
  versions: true,
  find: (db, { viewer }, id) => db.accession.findFirst({ where: { id, AND: visibleAccessions(viewer) } }),
  subject: accessionSubject,
  lock: ({ id }) => ({ table: "Accession", id }),
};

export type ClockAccession = P.AccessionGetPayload<{ include: typeof clockInclude }>;
export type ClockCommitment = ClockAccession["charterVersion"]["commitments"][number];
export type CommitmentDeadline = { commitment: ClockCommitment; charterCode: string; deadline: Deadline };

/** Every deadline of an accession as it stands on `today` (yyyy-mm-dd), in the order of the charter's text. */
export function clockOf(accession: ClockAccession, today: string): CommitmentDeadline[] {
  const signed = toPartialDate(accession.signedOn, accession.signedPrecision, accession.signedNotLaterThan);
  return accession.charterVersion.commitments.map((commitment) => ({
    commitment,
    charterCode: accession.charterVersion.code,
    deadline: deadline({
      rules: commitment.rules.map(ruleOf),
      signed,
      extensions: accession.extensions
        .filter((extension) => extension.commitment === commitment.kind)
        .map(({ newDate, decidedOn, reason }) => ({
          newDate: toIsoDate(newDate),
          decidedOn: toIsoDate(decidedOn),
          reason,
        })),
      today,
    }),
  }));
}

function ruleOf(rule: P.DeadlineRuleGetPayload<object>): DeadlineRule {
  const { type, years, wording } = rule;
  return { inForceFrom: toIsoDate(rule.inForceFrom), type, years, wording, date: rule.date && toIsoDate(rule.date) };
}

type StepRow = Omit<P.AccessionGetPayload<object>, "sources"> & {
  ceremonies?: readonly { heldOn: Date | null; precision: "day" | "month" | "year" | "unknown" }[];
};

/** The recorded steps of an accession, as the rules read them. */
export function stepsOf(row: StepRow): AccessionSteps {
  const day = (value: Date | null) => value && toIsoDate(value);
  return {
    interestedOn: day(row.interestedOn),
    councilDecided: toPartialDate(row.councilDecidedOn, row.councilPrecision),
    applicationReceivedOn: day(row.applicationReceivedOn),
    ceremonies: row.ceremonies?.map(({ heldOn, precision }) => toPartialDate(heldOn, precision)),
    signed: toPartialDate(row.signedOn, row.signedPrecision, row.signedNotLaterThan),
    signatoryName: row.signatoryName,
    documentsCompleteOn: day(row.documentsCompleteOn),
    listedOn: day(row.listedOn),
    renewedOn: day(row.renewedOn),
    withdrawnOn: day(row.withdrawnOn),
    lapsedOn: day(row.lapsedOn),
  };
}

/** The accession that a city's clock and standing follow: of those it has signed the one to the newest text, else the newest it is
 *  on its way to. A signatory that prepares a newer text keeps the dates of the one it signed. */
export function governing<Row extends StepRow & { charterVersion: { year: number } }>(
  accessions: readonly Row[],
): Row | undefined {
  const ordered = accessions.toSorted((a, b) => a.charterVersion.year - b.charterVersion.year);
  return ordered.findLast((row) => isSigned(stepsOf(row))) ?? ordered.at(-1);
}
