import type { courses, joining, State } from "./footprint-stories.ts";

/** One demonstration city: how its invented inventories go. The comment says what the story is there to show. */
export type Story = {
  city: string;
  employees: number;
  course: keyof typeof courses;
  /** How much of the course's change happens by the last year; all of it when absent. */
  extent?: number;
  /** Years with an inventory; the first is the baseline's. */
  years: number[];
  /** Further years that the baseline is the mean of. */
  alsoBaseline?: number[];
  /** g CO2e/kWh of years before the reference's series begin, invented. */
  ownGrid: Record<number, string>;
  /** Where the hosted services run, with an invented grid factor for early years. */
  abroad?: { country: string; ownGrid: Record<number, string> };
  /** The state of the latest inventory, when it is not published. */
  latest?: State;
  /** Leaves manufacture of servers and a lifetime open in the latest inventory. */
  incomplete?: boolean;
  joins?: { from: number; perimeter: keyof typeof joining };
  /** A recalculated baseline, asked for or approved: what would have been added to the first, kg. */
  recalculation?: { state: "proposed" | "active"; adjustmentKg: string; askedOn: string; explanation: string };
  /** A year that was corrected after it was published. */
  corrected?: number;
  path?: "linear" | "constant_rate";
  territoryYear?: number;
};

export const stories: Story[] = [
  // The officer's city: baseline long ago, three fresh years, a draft to fill; mail hosted in another country.
  {
    city: "ghent",
    employees: 4200,
    course: "sparing",
    latest: "draft",
    years: [2010, 2015, 2020, 2022, 2023, 2024, 2025],
    ownGrid: { 2010: "260", 2015: "240", 2020: "185" },
    abroad: { country: "IE", ownGrid: { 2010: "520", 2015: "460", 2020: "370" } },
  },
  // Behind: manufacture dominates on a clean grid, and the fleet grows. The draft has gaps.
  {
    city: "roubaix",
    employees: 2100,
    course: "growing",
    latest: "draft",
    incomplete: true,
    years: [2015, 2018, 2021, 2022, 2023, 2024, 2025],
    ownGrid: { 2015: "72", 2018: "70" },
  },
  // Submitted to the coordinator; one year was corrected after publication.
  {
    city: "gdynia",
    employees: 1500,
    course: "steady",
    latest: "submitted",
    corrected: 2022,
    years: [2013, 2018, 2021, 2022, 2023, 2024, 2025],
    ownGrid: { 2013: "960", 2018: "890" },
  },
  // Awaiting the approver's signature; an earlier baseline was replaced by a recalculated one.
  {
    city: "nuremberg",
    employees: 9800,
    course: "sparing",
    latest: "awaiting_sign_off",
    years: [2010, 2015, 2020, 2022, 2023, 2024, 2025],
    ownGrid: { 2010: "580", 2015: "560", 2020: "410" },
    recalculation: {
      state: "active",
      adjustmentKg: "260000",
      askedOn: "2021-09-14",
      explanation:
        "Demonstration: a data centre that another body ran in the base year belongs to the city since 2015.",
    },
  },
  // The schools' ICT joins, and a recalculated baseline is proposed.
  {
    city: "linkoping",
    employees: 6400,
    course: "steady",
    years: [2012, 2016, 2020, 2022, 2023, 2024],
    ownGrid: { 2012: "32", 2016: "31", 2020: "27" },
    joins: { from: 2024, perimeter: "schools" },
    recalculation: {
      state: "proposed",
      adjustmentKg: "205000",
      askedOn: "2026-10-05",
      explanation: "Demonstration: the schools' ICT, run by others before, joined the administration in 2024.",
    },
  },
  // Meets -30 % in total by a falling grid, not at constant grid.
  {
    city: "valencia",
    employees: 5600,
    course: "steady",
    years: [2015, 2019, 2021, 2022, 2023, 2024, 2025],
    ownGrid: { 2015: "310", 2019: "230" },
  },
  // Clearly on track by its own effort; shown on the constant-rate path.
  {
    city: "dublin",
    employees: 6000,
    course: "sparing",
    extent: 0.6,
    path: "constant_rate",
    years: [2018, 2021, 2022, 2023, 2024],
    ownGrid: { 2018: "385" },
  },
  // Not comparable from 2023: a public enterprise was counted in without a recalculation.
  {
    city: "utrecht",
    employees: 4700,
    course: "steady",
    years: [2017, 2021, 2022, 2023, 2024],
    ownGrid: { 2017: "430" },
    joins: { from: 2023, perimeter: "public_enterprises" },
  },
  // A gap in 2022; the baseline is the mean of two years.
  {
    city: "vilnius",
    employees: 3900,
    course: "steady",
    alsoBaseline: [2015],
    years: [2014, 2015, 2021, 2023, 2024],
    ownGrid: { 2014: "380", 2015: "370" },
  },
  // The whole territory beside the administration, never summed.
  {
    city: "riga",
    employees: 5200,
    course: "growing",
    territoryYear: 2023,
    years: [2013, 2019, 2021, 2022, 2023, 2024],
    ownGrid: { 2013: "330", 2019: "310" },
  },
];
