/** What the API knows of this room: importing it adds its types, questions and changes. */
import "./find/object.ts";
import "./find/query.ts";
import "./gap/query.ts";
import "./index/query.ts";
import "./like/object.ts";
import "./question/mutation.ts";
import "./question/object.ts";
import "./question/query.ts";
import "./saved/mutation.ts";
import "./saved/object.ts";
import "./saved/query.ts";
import "./similar/object.ts";
import "./suggestion/query.ts";
