/** Waits until something is so. */
import { setTimeout as delay } from 'node:timers/promises';

/** The first value of `look` that `isEnough` takes. @throws Error after a minute. */
export const eventually = async <T>(
  look: () => T | Promise<T>,
  isEnough: (value: T) => boolean,
): Promise<T> => {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = await look();
    if (isEnough(value)) return value;
    if (Date.now() > end) throw new Error(`It did not come to that: ${JSON.stringify(value)}`);
    await delay(20);
  }
};
