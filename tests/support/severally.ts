/** Asks about each, eight at a time, so that the database works while the answers are read; answers in the given order. */
export async function severally<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += 8) {
    answers.push(...(await Promise.all(all.slice(from, from + 8).map(ask))));
  }
  return answers;
}
