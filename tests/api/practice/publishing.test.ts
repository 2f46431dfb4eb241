import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { idOf, practiceDesk } from "../../support/desks/practice.ts";

const api = useApi();
const { run, people } = practiceDesk(api);

describe("publishing a practice", () => {
  it("goes from draft to published by the right hands, tells them by mail, and keeps each step", async () => {
    const { prisma, mailer, drain } = api();
    const { city, editor, approver, coordinator } = await people();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft", title: "Bureau idéal" });
    const id = `id: "${idOf(practice)}"`;
    expect(await run(editor, "movePractice", `action: sign_off, ${id}`)).toMatchObject({
      __typename: "Forbidden",
      reason: "not_your_right",
    });
    expect(await run(approver, "movePractice", `action: sign_off, ${id}`)).toMatchObject({
      __typename: "Forbidden",
      reason: "not_in_this_state",
    });
    expect(await run(editor, "movePractice", `action: request_sign_off, ${id}`)).toMatchObject({
      state: "awaiting_sign_off",
    });
    mailer.sent.length = 0;
    await drain();
    const addressOf = async (person: string) => (await prisma.user.findUniqueOrThrow({ where: { id: person } })).email;
    expect(mailer.sent.map(({ to }) => to)).toEqual([await addressOf(approver)]);
    expect(mailer.sent[0]).toMatchObject({ locale: "en", subject: "Please sign off the practice “Bureau idéal”" });
    expect(await run(editor, "updatePractice", `${id}, input: { version: 2, title: "x" }`)).toMatchObject({
      reason: "not_in_this_state",
    });
    expect(await run(approver, "movePractice", `action: sign_off, ${id}`)).toMatchObject({ state: "submitted" });
    expect(await run(coordinator, "movePractice", `action: request_changes, ${id}`)).toMatchObject({
      issues: [{ path: "comment", code: "required" }],
    });
    await prisma.user.update({ where: { id: editor }, data: { locale: "fr" } });
    const sent = await run(coordinator, "movePractice", `action: publish, ${id}`);
    expect(sent).toMatchObject({
      state: "published",
      publishedOn: "2026-11-22",
      reviews: [{ decision: "published" }, { decision: "signed_off" }, { decision: "sign_off_requested" }],
    });
    mailer.sent.length = 0;
    await drain();
    expect(mailer.sent.map(({ to, locale }) => [to, locale]).toSorted()).toEqual(
      [
        [await addressOf(editor), "fr"],
        [await addressOf(approver), "en"],
      ].toSorted(),
    );
    expect(mailer.sent.find(({ locale }) => locale === "fr")?.subject).toBe("Publiée : la pratique « Bureau idéal »");
    expect(
      await run(coordinator, "movePractice", `action: reopen, ${id}, comment: "The figure is wrong."`),
    ).toMatchObject({
      state: "changes_requested",
      publishedOn: null,
    });
    expect(await run(approver, "movePractice", `action: archive, ${id}`)).toMatchObject({ state: "archived" });
  });

  it("names everything that is missing, what went wrong among it", async () => {
    const { city, editor } = await people();
    const practice = await makePractice(api().prisma, {
      cityId: city.id,
      state: "draft",
      wentWrong: " ",
      contactId: null,
    });
    expect(await run(editor, "movePractice", `action: request_sign_off, id: "${idOf(practice)}"`)).toMatchObject({
      issues: [
        { path: "wentWrong", code: "missing_went_wrong" },
        { path: "contactId", code: "missing_contact" },
      ],
    });
  });

  it("offers exactly what its endpoints allow", async () => {
    const { city, editor, approver, coordinator, outsider } = await people();
    const practice = await makePractice(api().prisma, { cityId: city.id, state: "published" });
    const query = `query($slug: String!) { practice(slug: $slug) { viewerCan } }`;
    const ask = async (person: string | null) => {
      const { data } = await api().ask(person, query, { slug: practice.slug });
      const shown = data?.practice as { viewerCan: string[] };
      return shown.viewerCan.toSorted();
    };
    expect(await ask(null)).toEqual([]);
    expect(await ask(outsider)).toEqual([]);
    expect(await ask(editor)).toEqual(["practice_translate"]);
    expect(await ask(approver)).toEqual(["practice_archive", "practice_translate"]);
    expect(await ask(coordinator)).toEqual(["practice_archive", "practice_reopen", "practice_translate"]);
  });
});
