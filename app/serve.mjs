// Serves the built portal: `npm run serve`. Node 24, from the npm package `node`.
import { serve } from "../build/server/index.js";

await serve(process.env);
