/** EcoIndex, by its public formula: quantiles of elements, requests and kilobytes, weighted 3, 2 and 1.
 *  Source: ecoindex.fr, "Comment ça marche"; cnumr/ecoindex_python, quantiles of 2021. */
const elements = [
  0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594_601,
];
const requests = [0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920];
const kilobytes = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06, 2465.37,
  2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
];

function quantile(steps: readonly number[], value: number): number {
  const above = steps.findIndex((step) => value < step);
  if (above < 1) return steps.length - 1;
  const low = steps[above - 1] ?? 0;
  return above - 1 + (value - low) / ((steps[above] ?? low) - low);
}

/** 0 (heavy) to 100 (light) for a page's DOM elements, HTTP requests and transferred kilobytes. */
export function ecoIndex(page: { elements: number; requests: number; kilobytes: number }): number {
  const weighted =
    3 * quantile(elements, page.elements) + 2 * quantile(requests, page.requests) + quantile(kilobytes, page.kilobytes);
  return 100 - (5 * weighted) / 6;
}
