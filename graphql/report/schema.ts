/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./difference.object.ts";
import "./object.ts";
import "./query.ts";
import "./history/acting.object.ts";
import "./history/mutation.ts";
import "./history/object.ts";
import "./history/query.ts";
import "./task/object.ts";
