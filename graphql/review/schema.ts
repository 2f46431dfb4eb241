/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./interest/mutation.ts";
import "./interest/object.ts";
import "./object.ts";
