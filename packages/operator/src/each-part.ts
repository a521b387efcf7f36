/** Reads the whole table, in parts: for disasters (ADR 15). */
import { eachOf } from './dr/each-of.ts';

/** Parts of the table that are read separately, and how many of them at a time. */
const parts = 64;
const partsAtOnce = 8;

type Part = { readonly part: number; readonly parts: number };

/**
 * What `read` gives for each part, together.
 * @param onProgress told how many parts of how many are read
 */
export const eachPart = async <Found>(
  read: (part: Part) => Promise<readonly Found[]>,
  onProgress: (done: number, total: number) => void,
): Promise<readonly Found[]> => {
  let done = 0;
  const numbers = Array.from({ length: parts }, (_, part) => part);
  const found = await eachOf(numbers, partsAtOnce, async (part) => {
    const result = await read({ part, parts });
    done += 1;
    onProgress(done, parts);
    return result;
  });
  return found.flat();
};
