/** How long a failed message waits (R-EVT-06). */

const delays = [30, 120, 480, 1_800] as const;

/**
 * Seconds until the next attempt after the `receiveCount`-th one failed: 30 s, 2, 8, 30 min, each moved by up to a fifth
 * either way, so that what failed together does not return together.
 * @param random a number from 0 to 1
 */
export const retryDelay = (receiveCount: number, random: number): number => {
  const delay = delays[Math.min(receiveCount, delays.length) - 1] ?? delays[0];
  return Math.round(delay * (0.8 + 0.4 * random));
};
