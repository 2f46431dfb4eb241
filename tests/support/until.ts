/** Asks again and again until the answer is true, and fails with `what` after `most` milliseconds. Returns how long it took. */
export async function until(what: string, most: number, answer: () => boolean | Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await answer())) {
    if (performance.now() - began > most) throw new Error(`Not within ${most} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - began;
}
