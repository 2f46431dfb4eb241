import { data, redirect } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { signInFirst } from "#app/identity/parts/next.ts";
import { scopeOf, type YearPlace, yearPath } from "./address.ts";

export const OpenInventoriesDocument = graphql(`
  query OpenInventories($slug: String!, $scope: InventoryScope!, $locale: String!) {
    viewer {
      id
    }
    city(slug: $slug) {
      slug
      name(locale: $locale)
      country
      footprint(scope: $scope) {
        inventories {
          year
        }
        drafts {
          id
          year
          scope
          revision
          state
          version
          language
          lineCount
          demonstration
          viewerCan
        }
      }
    }
  }
`);

type City = NonNullable<ResultOf<typeof OpenInventoriesDocument>["city"]>;
export type OpenInventory = City["footprint"]["drafts"][number] & {
  city: Pick<City, "slug" | "name" | "country">;
  place: YearPlace;
  /** Variables by which documents ask for exactly this inventory. */
  key: { slug: string; year: number; scope: YearPlace["scope"]; revision: number };
  /** Nothing can be changed in its state. */
  locked: boolean;
};

type Args = Asker & { params: { slug: string; year: string } };

/** The inventory of the address's year that is not published yet, for its people and the network. Leads to the sign-in page, to the
 *  published year where nothing is open, or answers 404. */
export async function openInventory(args: Args): Promise<OpenInventory> {
  const { locale } = args.context.get(servicesContext);
  const scope = scopeOf(args.request);
  const { slug, year: asked } = args.params;
  const { viewer, city } = await query(args, OpenInventoriesDocument, { slug, scope, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  if (!viewer) throw signInFirst(args);
  const year = Number(asked);
  const place = { city: slug, year, scope };
  const { drafts, inventories } = city.footprint;
  const inventory = drafts.find((draft) => draft.year === year);
  if (!inventory && inventories.some((published) => published.year === year))
    throw redirect(localPath(locale, yearPath(place)));
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const key = { slug, year, scope, revision: inventory.revision };
  return { ...inventory, city, place, key, locked: !inventory.viewerCan.includes("footprint_update") };
}

const cityMoves = ["footprint_update", "footprint_withdraw", "footprint_send_back", "footprint_sign_off"] as const;

/** As openInventory(), for those who fill it in, also while it is locked; 403 for those who only read it. */
export async function inventoryToFill(args: Args): Promise<OpenInventory> {
  const inventory = await openInventory(args);
  if (!cityMoves.some((action) => inventory.viewerCan.includes(action)))
    throw data({ code: "FORBIDDEN" }, { status: 403 });
  return inventory;
}

/** The local address of a page of this inventory. */
export function toPage({ context }: Asker, { place }: OpenInventory, page: string, more: Record<string, string> = {}) {
  return localPath(context.get(servicesContext).locale, yearPath(place, page, more));
}
