/** Chance that can be repeated: a number that follows from a seed and a name. */
import { createHash } from 'node:crypto';

/** A number from 0 (included) to 1 (excluded), the same for the same parts. */
export const chance = (...parts: readonly (string | number)[]): number =>
  createHash('sha256').update(parts.join('\n')).digest().readUInt32BE() / 2 ** 32;

/** A source of such numbers, one after the other. */
export const chanceFrom = (seed: string): (() => number) => {
  let drawn = 0;
  return () => {
    drawn += 1;
    return chance(seed, drawn);
  };
};
