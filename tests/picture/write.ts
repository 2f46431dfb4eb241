import { writeFileSync } from "node:fs";
import { picture } from "./picture.ts";

/** `npm run picture`: draws the rooms and what they need, as the code has them, for the README. */
const file = "content/readme/architecture.svg";
writeFileSync(file, picture());
console.log(`Wrote ${file}.`);
