/** The code lists that forms offer, in the order of their lists; labels are in locales/{locale}/codes.json. */

export const ActivityType = [
  "policy_strategy",
  "planning",
  "operational",
  "procurement",
  "engagement",
  "monitoring",
] as const;

export const Area = [
  "green_ict",
  "buildings",
  "energy_networks",
  "public_lighting",
  "mobility_transport",
  "water",
  "waste_circular",
  "air_environment",
  "citizen_services",
  "open_data_platforms",
  "cross_sector",
] as const;

export const IctRole = [
  "measurement_monitoring",
  "efficiency_analysis",
  "decision_support",
  "control_automation",
  "substitution",
  "engagement_behaviour",
] as const;

export const ScaleKind = [
  "inhabitants",
  "floor_area_m2",
  "devices",
  "light_points",
  "buildings",
  "homes",
  "businesses",
  "staff",
  "offices",
  "vehicles",
  "other",
] as const;

export const ResultComparator = ["equal", "about", "more_than", "up_to"] as const;
export const ResultDirection = ["reduction", "increase", "level"] as const;
export const ResultSpan = ["year", "period", "point", "total"] as const;
