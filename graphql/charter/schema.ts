/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./mutation.ts";
import "./object.ts";
import "./query.ts";
