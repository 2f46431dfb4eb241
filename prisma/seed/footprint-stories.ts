import type { Prisma as P } from "../generated/client/client.ts";

/** What the demonstration's inventories hold. Every quantity here is invented. */

type Line = P.InventoryLineUncheckedCreateInput;
export type LinePerimeter = Line["perimeter"];
export type State = NonNullable<P.InventoryUncheckedCreateInput["state"]>;

/** One line of a fleet. Without own figures the factor set's typical values count. */
export type Item = {
  category: string;
  /** How many for a thousand employees. */
  perThousand: number;
  label?: string;
  tenure?: Line["tenure"];
  perimeter?: LinePerimeter;
  own?: { source: "meter" | "supplier"; kwh: string; embodied: string; years: string; basis?: string };
};

const boavizta = "Boavizta declarations 2023, median (demonstration)";

/** Twenty-four lines of an invented city administration. */
export const fleet: Item[] = [
  { category: "laptop", perThousand: 450 },
  { category: "desktop", perThousand: 550 },
  { category: "monitor", perThousand: 1050 },
  { category: "tablet", perThousand: 60 },
  { category: "smartphone", perThousand: 250, tenure: "leased" },
  supplied("desk_phone", 500, "22", "20", "8"),
  { ...supplied("workstation", 15, "195", "548", "5", boavizta), label: "Planning and surveying" },
  supplied("thin_client", 60, "41", "45", "6", boavizta),
  { ...supplied("printer", 40, "220", "260", "6"), tenure: "leased" },
  { category: "meeting_screen", perThousand: 15 },
  { category: "projector", perThousand: 10 },
  { ...metered("server", 25, "2200", "1215", "5", boavizta), label: "Own data centre" },
  metered("storage", 3, "6500", "2800", "6"),
  metered("ups", 4, "1500", "420", "10"),
  metered("cooling", 2, "14000", "1900", "12"),
  supplied("switch", 45, "260", "110", "7"),
  supplied("wifi_access_point", 60, "60", "28", "6"),
  supplied("firewall", 2, "900", "160", "6"),
  { category: "internet_box", perThousand: 20, tenure: "leased" },
  { ...metered("traffic_controller", 60, "900", "210", "15"), perimeter: "street" },
  { ...supplied("camera", 45, "70", "55", "8"), perimeter: "street" },
  { ...supplied("sensor", 150, "2", "9", "7"), perimeter: "street" },
  { ...supplied("saas", 1000, "9", "2.5", "1"), tenure: "used", label: "User accounts" },
  { ...supplied("cloud_compute", 20, "700", "60", "1"), tenure: "used", label: "Virtual machines" },
];

/** Laptops, tablets and wireless of schools, or of a public enterprise, that join an administration. */
export const joining: Record<"schools" | "public_enterprises", Item[]> = {
  schools: [
    { category: "laptop", perThousand: 420, perimeter: "schools" },
    { category: "tablet", perThousand: 640, perimeter: "schools" },
    { category: "projector", perThousand: 70, perimeter: "schools" },
    { ...supplied("wifi_access_point", 85, "60", "28", "6"), perimeter: "schools" },
  ],
  public_enterprises: [
    { category: "laptop", perThousand: 110, perimeter: "public_enterprises" },
    { category: "monitor", perThousand: 160, perimeter: "public_enterprises" },
    { ...metered("server", 6, "2400", "1215", "5", boavizta), perimeter: "public_enterprises" },
  ],
};

/** By which factor a category has grown or shrunk at the end of a course; others stay. */
export const courses = {
  sparing: {
    desktop: 0.15,
    laptop: 1.2,
    monitor: 0.7,
    desk_phone: 0.2,
    printer: 0.5,
    thin_client: 0.4,
    smartphone: 0.9,
    server: 0.4,
    storage: 0.7,
    cooling: 0.4,
    ups: 0.6,
    traffic_controller: 0.8,
    cloud_compute: 1.5,
    tablet: 0.9,
  },
  steady: { desktop: 0.8, laptop: 1.2, desk_phone: 0.8, server: 0.95, sensor: 2, cloud_compute: 1.5 },
  growing: {
    laptop: 1.9,
    desktop: 0.9,
    monitor: 1.25,
    smartphone: 1.6,
    tablet: 2,
    meeting_screen: 2,
    switch: 1.2,
    wifi_access_point: 1.8,
    camera: 2.2,
    sensor: 4,
    cloud_compute: 3,
  },
} satisfies Record<string, Record<string, number>>;

/** Devices of a whole territory, counted by estimate: households, then firms. */
export const territory: [category: string, perThousandInhabitants: number, perimeter: LinePerimeter][] = [
  ["laptop", 380, "households"],
  ["desktop_home", 120, "households"],
  ["monitor", 200, "households"],
  ["tablet", 160, "households"],
  ["smartphone", 750, "households"],
  ["meeting_screen", 440, "households"],
  ["internet_box", 390, "households"],
  ["external_hdd", 90, "households"],
  ["bluetooth_speaker", 210, "households"],
  ["laptop", 200, "businesses"],
  ["desktop", 150, "businesses"],
  ["monitor", 280, "businesses"],
  ["smartphone", 190, "businesses"],
  ["projector", 9, "businesses"],
];

function supplied(
  category: string,
  perThousand: number,
  kwh: string,
  embodied: string,
  years: string,
  basis?: string,
): Item {
  return { category, perThousand, own: { source: "supplier", kwh, embodied, years, basis } };
}

function metered(...[category, perThousand, kwh, embodied, years, basis]: Parameters<typeof supplied>): Item {
  return { category, perThousand, own: { source: "meter", kwh, embodied, years, basis } };
}
