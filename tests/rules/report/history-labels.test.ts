import { describe, expect, it } from "vitest";
import { Prisma } from "#prisma/generated/client/client.ts";
import { actionKey, fieldKey } from "#app/report/history/labels.ts";
import { changesOf } from "#graphql/report/history/rules.ts";
import { sourcesIn } from "../../support/source/sources.ts";
import { locales, read, texts } from "../../support/source/words.ts";

/** What is written down for each action: the columns of the row, and what a store adds. */
const recorded: Record<string, readonly string[]> = {
  "city.create": Object.keys(Prisma.CityScalarFieldEnum),
  "city.update": Object.keys(Prisma.CityScalarFieldEnum),
  "contact.save": Object.keys(Prisma.ContactScalarFieldEnum),
  "member.add": Object.keys(Prisma.MembershipScalarFieldEnum),
  "pilot.create": Object.keys(Prisma.PilotScalarFieldEnum),
  "pilot.update": Object.keys(Prisma.PilotScalarFieldEnum),
  "pilot.scale": ["scale"],
  "pilot.funding": ["funding"],
  "pilot.concepts": ["concepts"],
  "pilot.log": [...Object.keys(Prisma.PilotEntryScalarFieldEnum), "stage"],
  "pilot.translate": Object.keys(Prisma.PilotTranslationScalarFieldEnum),
  "pilot.join": Object.keys(Prisma.PilotCityScalarFieldEnum),
  "pilot.invite_city": Object.keys(Prisma.PilotCityScalarFieldEnum),
  "pilot.result": Object.keys(Prisma.ResultScalarFieldEnum),
  "pilot.accept": ["state", "rule", "comment"],
  "practice.create_from_pilot": Object.keys(Prisma.PracticeScalarFieldEnum),
  "practice.update": [...Object.keys(Prisma.PracticeScalarFieldEnum), "funding", "scale", "concepts"],
  "practice.places": ["places"],
  "practice.translate": Object.keys(Prisma.PracticeTranslationScalarFieldEnum),
  "practice.result": Object.keys(Prisma.ResultScalarFieldEnum),
  "practice.add_tool": Object.keys(Prisma.PracticeToolScalarFieldEnum),
  "practice.publish": ["state", "rule", "comment"],
  "footprint.start": Object.keys(Prisma.InventoryScalarFieldEnum),
  "footprint.save_line": Object.keys(Prisma.InventoryLineScalarFieldEnum),
  "footprint.set_grid": Object.keys(Prisma.InventoryGridScalarFieldEnum),
  "footprint.accept_warning": Object.keys(Prisma.WarningAcceptanceScalarFieldEnum),
  "footprint.apply_sheet": ["fileName", "mode", "added", "removed"],
  "footprint.publish": ["state", "comment"],
  "footprint.plan": Object.keys(Prisma.FootprintPlanScalarFieldEnum),
  "footprint.approve_recalculation": [...Object.keys(Prisma.BaselineScalarFieldEnum), "years", "replacedId"],
  "accession.extend": ["commitment", "deadline", "reason", "decidedOn"],
  "accession.add_ceremony": ["kind", "place", "heldOn", "note"],
  "accession.add_document": ["kind", "title", "url", "receivedOn"],
  "accession.withdraw": ["withdrawnOn", "lapsedOn", "reason"],
};

/** The names under which a row's id is shown. */
const named: Record<string, string> = {
  userId: "person",
  contactId: "contact",
  factorSetId: "factorSet",
  gridFactorId: "gridFactor",
  cityId: "city",
};

function isWord(locale: string, key: string): boolean {
  const [namespace = "", path = ""] = key.split(":");
  return texts(read(locale, namespace)).has(path);
}

describe("the history's words", () => {
  it.each(locales)("in %s name every field that is recorded", (locale) => {
    const lacking = Object.entries(recorded).flatMap(([action, fields]) =>
      changesOf({ action, before: {}, after: Object.fromEntries(fields.map((field) => [field, "2026-01-01"])) })
        .map(({ field }) => [action, named[field] ?? field] as const)
        .filter(([, field]) => {
          const key = fieldKey(action, field);
          return key === null || !isWord(locale, key);
        })
        .map(([, field]) => `${action} ${field}`),
    );
    expect(lacking, "Give the field its form's words in app/report/history/labels.ts.").toEqual([]);
  });

  it.each(locales)("in %s name every action that is recorded", (locale) => {
    const steps = "request_sign_off send_back sign_off withdraw request_changes recommend archive".split(" ");
    const moves = [
      ...["accept", "refuse", "reopen", ...steps].map((step) => `pilot.${step}`),
      ...["publish", "reopen", ...steps].map((step) => `practice.${step}`),
      ...["publish", ...steps].map((step) => `footprint.${step}`),
      ..."admit update add_ceremony extend withdraw lapse".split(" ").map((step) => `accession.${step}`),
    ];
    const literals = sourcesIn("graphql").flatMap(({ path, text }) =>
      path.endsWith("store.ts")
        ? [...text.matchAll(/action: "((?:city|contact|member|pilot|practice|footprint)\.\w+)"/g)]
        : [],
    );
    const actions = new Set([...moves, ...literals.map(([, action = ""]) => action)]);
    expect(actions.size).toBeGreaterThan(60);
    expect([...actions].filter((action) => !isWord(locale, actionKey(action)))).toEqual([]);
  });
});
