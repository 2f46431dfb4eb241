import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";

const api = useApi();

describe("cities", () => {
  it("shows a signatory's charter clock with the sentences that explain it", async () => {
    const city = await makeCity(api().prisma, { signedOn: "2012-02-29", charter: "2011" });
    const query = `query($slug: String!) { city(slug: $slug) { standing clock { kind due { date } overdue sentences { key count } } } }`;
    const { data } = await api().ask(null, query, { slug: city.slug });
    expect(data?.city).toMatchObject({
      standing: "signatory",
      clock: [
        {
          kind: "pilots",
          due: { date: "2017-02-28" },
          overdue: true,
          sentences: [{ key: "withinYearsDay", count: 5 }],
        },
        { kind: "footprint", due: { date: "2022-02-28" } },
      ],
    });
  });

  it("hides a candidate from the public and shows it to its own people", async () => {
    const city = await makeCity(api().prisma, { signedOn: null });
    const editor = await makeMember(api().prisma, city.id);
    const query = `query($slug: String!) { city(slug: $slug) { slug } }`;
    expect((await api().ask(null, query, { slug: city.slug })).data?.city).toBeNull();
    expect((await api().ask(editor, query, { slug: city.slug })).data?.city).toEqual({ slug: city.slug });
  });
});
