import { describe, expect, it } from "vitest";
import { imageChanges as differences } from "#graphql/report/history/image.rules.ts";

describe("what differs between two images of a thing", () => {
  const image = {
    id: "1",
    version: 3,
    state: "submitted",
    title: "Warm schools",
    startedOn: "2024-05-01T00:00:00.000Z",
    partners: ["A"],
    results: [{ id: "r1", value: "5", pilotId: "1" }],
  };

  it("is nothing for the same image, whatever its version and state", () => {
    expect(differences(image, { ...image, version: 9, state: "accepted", updatedAt: "2026-01-01" })).toEqual([]);
  });

  it("is nothing where only the order of a row's fields differs, as a database keeps them", () => {
    const row = { id: "e1", text: "In use", stage: "deployed" };
    const turned = { stage: "deployed", text: "In use", id: "e1" };
    expect(differences({ entries: [row] }, { entries: [turned] })).toEqual([]);
  });

  it("names each field with both readings, and each row of a list by itself", () => {
    const later = {
      ...image,
      title: "Warm and dry schools",
      startedOn: "2024-06-01T00:00:00.000Z",
      partners: ["A", "B"],
      results: [
        { id: "r1", value: "6", pilotId: "1" },
        { id: "r2", value: "7", pilotId: "1" },
      ],
    };
    expect(differences(image, later)).toEqual([
      { field: "title", before: "Warm schools", after: "Warm and dry schools" },
      { field: "partners", before: "A", after: "A\nB" },
      { field: "started", before: "2024-05-01", after: "2024-06-01" },
      { field: "results", before: `{"value":"5"}`, after: `{"value":"6"}` },
      { field: "results", before: null, after: `{"value":"7"}` },
    ]);
  });

  it("the other way round turns before and after about", () => {
    const later = { ...image, title: null, results: [] };
    const swapped = differences(later, image).map(({ field, before, after }) => ({
      field,
      before: after,
      after: before,
    }));
    expect(differences(image, later)).toEqual(swapped);
  });
});
