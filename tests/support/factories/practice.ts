import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { makeCity } from "./city.ts";
import { number } from "./number.ts";

let serial = 0;

export type PracticeOptions = Partial<Omit<P.PracticeUncheckedCreateInput, "concepts">> & {
  /** Its city; made when missing. */
  cityId?: string;
  /** Nothing but a title; otherwise nothing is missing. */
  bare?: boolean;
  /** Slugs of concepts that exist. */
  concepts?: string[];
};

/** A published practice of a city, complete unless `bare`. */
export async function makePractice(prisma: Prisma, options: PracticeOptions = {}) {
  serial += 1;
  const { cityId = (await makeCity(prisma)).id, bare = false, concepts = [], ...overrides } = options;
  const contact = bare
    ? null
    : await prisma.contact.create({
        data: { cityId, name: `Contact ${number(serial)}`, email: "contact@example.org" },
      });
  const full = {
    summary: "A short account.",
    problem: "Too much was used.",
    solution: "Less is used.",
    wentWrong: "The meters came late.",
    mayChange: "The supplier.",
    mustNotChange: "Metering.",
    conditions: "Meters that can be read.",
    contactId: contact?.id,
    area: "buildings",
    role: "measurement_monitoring",
    stage: "deployed",
  } as const;
  const tags = await prisma.concept.findMany({ where: { slug: { in: concepts } } });
  const practice = await prisma.practice.create({
    data: {
      slug: `practice-${number(serial)}`,
      title: `Practice ${number(serial)}`,
      language: "en",
      state: "published",
      publishedOn: new Date("2026-01-01"),
      ...(bare ? {} : full),
      ...overrides,
      cityId,
      places: { create: { cityId } },
      concepts: { create: tags.map(({ id }) => ({ conceptId: id })) },
    },
  });
  await prisma.$transaction((tx) => refreshCity(tx, cityId));
  return practice;
}

export type ToolOptions = Partial<P.PracticeToolUncheckedCreateInput>;

/** A tool that others can take over from a practice; the practice is made when missing. */
export async function makeTool(prisma: Prisma, options: ToolOptions = {}) {
  serial += 1;
  const { practiceId = (await makePractice(prisma)).id, ...overrides } = options;
  return prisma.practiceTool.create({
    data: {
      kind: "software",
      title: `Tool ${number(serial)}`,
      language: "en",
      url: `https://example.org/tool-${number(serial)}`,
      ...overrides,
      practiceId,
    },
  });
}
