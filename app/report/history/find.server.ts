import { data } from "react-router";
import type { FragmentOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { accessionPath } from "#app/charter/accession/states.ts";
import { servicesContext } from "#app/context.ts";
import { askedInventory } from "#app/footprint/inventory/asked.ts";
import {
  CityHistoryDocument,
  type HistoryPageFragment,
  InventoryHistoryDocument,
  NodeHistoryDocument,
  PilotHistoryDocument,
  PracticeHistoryDocument,
} from "./documents.ts";

/** What a page of a history is about: its name, and where its own page is. */
export type HistoryView = {
  kind: HistoryKind;
  name: string;
  /** The name's language, where it is not the reader's. */
  lang?: string;
  page: string;
  id: string;
  /** The version that may be replaced by an older one; null for those who may not. */
  version: number | null;
  history: FragmentOf<typeof HistoryPageFragment>;
};
export type HistoryKind = "pilot" | "practice" | "city" | "inventory" | "accession" | "baseline";

const kinds: [RegExp, HistoryKind][] = [
  [/\/pilots\/[^/]+\/history$/, "pilot"],
  [/\/practices\/[^/]+\/history$/, "practice"],
  [/\/accessions\/[^/]+\/history$/, "accession"],
  [/\/baselines\/[^/]+\/history$/, "baseline"],
  [/\/footprint\/[^/]+\/history$/, "inventory"],
  [/\/cities\/[^/]+\/history$/, "city"],
];

/** The history that an address asks for; 404 like the thing itself. */
export async function historyFor(
  asker: Asker,
  params: { slug?: string; id?: string; year?: string },
): Promise<HistoryView> {
  const { locale } = asker.context.get(servicesContext);
  const { pathname, searchParams } = new URL(asker.request.url);
  const kind = kinds.find(([address]) => address.test(pathname))?.[1];
  const { slug = "", id = "", year = "" } = params;
  const asked = { locale, after: searchParams.get("after") || null };
  const found = await viewOf();
  if (!kind || !found) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { kind, ...found };

  async function viewOf(): Promise<Omit<HistoryView, "kind"> | null> {
    if (kind === "pilot") {
      const { pilot } = await query(asker, PilotHistoryDocument, { slug, ...asked });
      return pilot && titled(`/pilots/${slug}`, "pilot_update", pilot);
    }
    if (kind === "practice") {
      const { practice } = await query(asker, PracticeHistoryDocument, { slug, ...asked });
      return practice && titled(`/practices/${slug}`, "practice_update", practice);
    }
    if (kind === "city") {
      const { city } = await query(asker, CityHistoryDocument, { slug, ...asked });
      return (
        city && {
          name: city.name,
          page: `/cities/${slug}`,
          ...restoredBy("city_update", city),
        }
      );
    }
    if (kind === "inventory") {
      const which = askedInventory({ slug, year }, searchParams);
      const inventory = which && (await query(asker, InventoryHistoryDocument, { ...which, ...asked })).inventory;
      const kept = new URLSearchParams([...searchParams].filter(([name]) => name !== "after")).toString();
      const page = `/cities/${slug}/footprint/${year}${kept ? `?${kept}` : ""}`;
      return inventory && { name: `${inventory.city.name} ${inventory.year}`, page, ...fixed(inventory) };
    }
    const { node } = await query(asker, NodeHistoryDocument, { id, ...asked });
    if (kind === "accession" && node?.__typename === "Accession")
      return { name: node.city.name, page: accessionPath(id), ...fixed(node) };
    if (kind === "baseline" && node?.__typename === "Baseline")
      return { name: node.city.name, page: `/cities/${node.city.slug}/footprint/baseline`, ...fixed(node) };
    return null;
  }
}

type Thing = { id: string; history: FragmentOf<typeof HistoryPageFragment> };
type Changeable = Thing & { version: number; viewerCan: readonly string[] };

function titled(page: string, right: string, thing: Changeable & { reading: { title: string; language: string } }) {
  const { title, language } = thing.reading;
  return { name: title, lang: language, page, ...restoredBy(right, thing) };
}

function restoredBy(right: string, { id, version, viewerCan, history }: Changeable) {
  return { id, history, version: viewerCan.includes(right) ? version : null };
}

function fixed({ id, history }: Thing) {
  return { id, history, version: null };
}
