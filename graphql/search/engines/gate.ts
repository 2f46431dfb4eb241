/** Nobody left in time: there was no place within the given patience. */
export class CrowdedError extends Error {}

/**
 * Lets so many in at once; the others wait, and go away with Crowded after `patience` milliseconds. A rush of our own must not look
 * like a server that is slow.
 */
export function openGate(most: number) {
  let inside = 0;
  const waiting: (() => void)[] = [];

  function place(patience: number): Promise<void> {
    if (inside < most) {
      inside += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new CrowdedError(`No place within ${patience} ms`));
      }, patience);
      waiting.push(enter);
    });
  }

  return async function pass<T>(patience: number, work: () => Promise<T>): Promise<T> {
    await place(patience);
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
