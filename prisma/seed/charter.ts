import type { DatePrecision } from "#prisma/generated/client/enums.ts";
import type { Transaction } from "../client.ts";
import { dayColumn, reference, type SourceFact } from "./reference.ts";

type VersionFact = {
  code: string;
  year: number;
  adoptedOn: string | null;
  sources: SourceFact[];
  commitments: {
    kind: "cooperation" | "local_partnership" | "pilots" | "footprint";
    position: number;
    quantity?: number;
    percent?: number;
    replicable?: boolean;
    communicateImpact?: boolean;
    rules: {
      inForceFrom: string;
      type: "fixed_date" | "years_after_signing" | "none";
      date?: string;
      years?: number;
      wording?: "before" | "by" | "until_end_of" | "within";
    }[];
  }[];
};

/** The charter's texts, their commitments and deadline rules. Rules that are already there are left as they are. */
export async function seedCharter(tx: Transaction): Promise<void> {
  for (const { commitments, adoptedOn, ...version } of reference<VersionFact[]>("charter/versions.json")) {
    const data = { ...version, adoptedOn: dayColumn(adoptedOn) };
    const { id: versionId } = await tx.charterVersion.upsert({
      where: { code: version.code },
      update: data,
      create: data,
    });
    for (const { rules, ...commitment } of commitments) {
      const { id: commitmentId } = await tx.commitment.upsert({
        where: { versionId_kind: { versionId, kind: commitment.kind } },
        update: commitment,
        create: { ...commitment, versionId },
      });
      for (const { inForceFrom, date, wording = "within", ...rule } of rules) {
        const key = { commitmentId, inForceFrom: dayColumn(inForceFrom) ?? new Date(0) };
        const create = { ...rule, ...key, wording, date: dayColumn(date) };
        await tx.deadlineRule.upsert({ where: { commitmentId_inForceFrom: key }, update: {}, create });
      }
    }
  }
}

type SignatoryFact = {
  city: string;
  version: string;
  versionInferred: boolean;
  signedOn: string | null;
  precision: DatePrecision;
  notLaterThan: string | null;
  councilDecidedOn?: string | null;
  councilPrecision?: DatePrecision | null;
  ceremonies?: {
    heldOn: string | null;
    precision: DatePrecision;
    place: string | null;
    kind: "local" | "european" | "renewal";
    note?: string;
  }[];
  signatory?: { name?: string | null; role?: string | null } | null;
  group?: { name: string; size: number; note?: string } | null;
  note?: string | null;
  sources: SourceFact[];
};

/** The accessions that public sources back. Returns how many were added; those already there are left as they are. */
export async function seedSignatories(tx: Transaction): Promise<number> {
  let added = 0;
  for (const fact of reference<SignatoryFact[]>("charter/signatories.json")) {
    const city = await tx.city.findUniqueOrThrow({ where: { slug: fact.city } });
    const version = await tx.charterVersion.findUniqueOrThrow({ where: { code: fact.version } });
    const key = { cityId: city.id, charterVersionId: version.id };
    if (await tx.accession.findUnique({ where: { cityId_charterVersionId: key } })) continue;
    added += 1;
    await tx.accession.create({
      data: {
        ...key,
        versionInferred: fact.versionInferred,
        councilDecidedOn: dayColumn(fact.councilDecidedOn),
        councilPrecision: fact.councilPrecision ?? "unknown",
        signedOn: dayColumn(fact.signedOn),
        signedPrecision: fact.precision,
        signedNotLaterThan: dayColumn(fact.notLaterThan),
        signatoryName: fact.signatory?.name ?? null,
        signatoryRole: fact.signatory?.role ?? null,
        groupName: fact.group?.name ?? null,
        groupSize: fact.group?.size ?? null,
        note: [fact.note, fact.group?.note].filter(Boolean).join(" ") || null,
        sources: fact.sources,
        ceremonies: {
          create: (fact.ceremonies ?? []).map((ceremony) => ({ ...ceremony, heldOn: dayColumn(ceremony.heldOn) })),
        },
      },
    });
  }
  return added;
}
