/** Ids that can be repeated: UUIDs that follow from a seed, one after the other. */
import { createHash } from 'node:crypto';

export const idsFrom = (seed: string): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    const hash = createHash('sha256').update(`${seed}\n${made}`).digest('hex');
    // Version 4 and its variant (RFC 9562): what reads ids looks at these.
    return [
      hash.slice(0, 8),
      hash.slice(8, 12),
      `4${hash.slice(13, 16)}`,
      `a${hash.slice(17, 20)}`,
      hash.slice(20, 32),
    ].join('-');
  };
};
