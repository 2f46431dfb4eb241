// Serves the built portal: `npm run serve`. Node 24, from the npm package `node`.
process.env.NODE_ENV ??= "production"; // Before React is loaded: it is several times slower otherwise.
const { serve } = await import("../build/server/index.js");

await serve(process.env);
