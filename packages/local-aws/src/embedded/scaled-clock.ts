/** A clock that runs faster than the real one, from the moment it is made. */

/** Milliseconds since the epoch, `scale` of them for each one that passes in `now`. */
export const scaledClock = (now: () => number, scale: number): (() => number) => {
  const start = now();
  return () => Math.round(start + (now() - start) * scale);
};
