/** Waits for something that happens by and by. */
import { setTimeout as sleep } from 'node:timers/promises';

/** What `look` gives as soon as it is not undefined. Throws, naming `what`, when that takes longer than `seconds`. */
export const eventually = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds = 120,
): Promise<T> => {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(`${what}: not within ${seconds} s`);
};
