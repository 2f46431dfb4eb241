/** The day of every test. */
export const today = "2026-11-22";
