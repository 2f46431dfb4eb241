/** Milliseconds between two looks at how long someone has been waiting. */
const tick = 20;

/**
 * Waits at most so many milliseconds for what takes a signal, then aborts it. Only the time in which this process could listen
 * counts: while it is busy with others, an answer may long have come without being read.
 */
export async function patiently<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  let left = Math.ceil(milliseconds / tick);
  // A look that comes late is one look: an interval does not make up for those that it missed.
  const looking = setInterval(() => {
    left -= 1;
    if (left <= 0) giveUp.abort(new DOMException(`No answer within ${milliseconds} ms`, "TimeoutError"));
  }, tick);
  try {
    return await work(giveUp.signal);
  } finally {
    clearInterval(looking);
  }
}
