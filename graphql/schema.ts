import { builder } from "./kernel/builder.ts";
import "./kernel/scalars.ts";
import "./kernel/outcomes.ts";
import "./vocabulary/schema.ts";
import "./review/schema.ts";
import "./city/schema.ts";
import "./charter/schema.ts";
import "./pilot/schema.ts";
import "./practice/schema.ts";
import "./data/schema.ts";
import "./identity/schema.ts";
import "./footprint/schema.ts";
import "./search/schema.ts";
import "./report/schema.ts";

export const schema = builder.toSchema();
