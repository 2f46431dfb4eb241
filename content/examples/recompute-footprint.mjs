// Recomputes a published footprint from API data alone, with no library: node recompute-footprint.mjs ORIGIN CITY YEAR
// Each line's use and manufacture are rounded to the gram; everything after that is exact addition.
const [origin, city, year] = process.argv.slice(2);
if (!origin || !city || !Number(year)) {
  console.error(
    "Say which portal, city and year, for example: node recompute-footprint.mjs http://localhost:3000 lyon 2024",
  );
  process.exit(2);
}

const query = `
  query Recompute($city: String!, $year: Int!, $after: String) {
    inventory(city: $city, year: $year) {
      factorSet { code }
      result { total { central } }
      grid { country value }
      lines(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        edges {
          node {
            category quantity country
            lifetimeYears lifetimeFactor { value }
            kwhPerYear energyFactor { value }
            embodiedKg embodiedFactor { value }
          }
        }
      }
    }
  }`;

async function inventoryPage(after) {
  const response = await fetch(new URL("/graphql", origin), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { city, year: Number(year), after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
  if (!data.inventory) throw new Error(`${city} has published nothing for ${year}.`);
  return data.inventory;
}

// Exact arithmetic: a number is a fraction of two whole numbers.
const fraction = (text) => {
  const [whole, part = ""] = text.split(".");
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) };
};
const times = (a, b) => ({ over: a.over * b.over, under: a.under * b.under });
const divide = (a, b) => ({ over: a.over * b.under, under: a.under * b.over });
const toGrams = ({ over, under }) => (2n * over * 1000n + under) / (2n * under); // kilograms in, half a gram rounds up
const inKilograms = (grams) => `${grams / 1000n}.${String(grams % 1000n).padStart(3, "0")}`;

let after = null;
let grams = 0n;
let lines = 0;
let inventory;
do {
  inventory = await inventoryPage(after);
  const grid = new Map(inventory.grid.map(({ country, value }) => [country, fraction(value)]));
  for (const { node } of inventory.lines.edges) {
    const quantity = fraction(node.quantity);
    const kwh = node.kwhPerYear ?? node.energyFactor?.value;
    const embodied = node.embodiedKg ?? node.embodiedFactor?.value;
    const lifetime = node.lifetimeYears ?? node.lifetimeFactor?.value;
    const gramsPerKwh = grid.get(node.country);
    if (kwh && gramsPerKwh)
      grams += toGrams(divide(times(times(quantity, fraction(kwh)), gramsPerKwh), fraction("1000")));
    if (embodied && lifetime) grams += toGrams(divide(times(quantity, fraction(embodied)), fraction(lifetime)));
    lines += 1;
  }
  after = inventory.lines.pageInfo.hasNextPage ? inventory.lines.pageInfo.endCursor : null;
} while (after);

const published = inKilograms(toGrams(fraction(inventory.result.total.central)));
const recomputed = inKilograms(grams);
console.log(`${city} ${year}: ${lines} lines, factor set ${inventory.factorSet.code}`);
console.log(`published  ${published} kg CO2e`);
console.log(`recomputed ${recomputed} kg CO2e`);
if (published !== recomputed) {
  console.error("The two differ.");
  process.exit(1);
}
