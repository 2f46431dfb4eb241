/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./difference.object.ts";
import "./object.ts";
import "./query.ts";
import "./task/object.ts";
