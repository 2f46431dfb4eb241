/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./concept.object.ts";
import "./figure.object.ts";
import "./query.ts";
