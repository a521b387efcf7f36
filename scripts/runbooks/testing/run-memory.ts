/** What was run already, while nothing has changed since. Pages share commands, and the same one twice in a row shows nothing new. */

export type RunMemory = {
  /** True when the line ended with that code, and nothing was changed since. */
  readonly knows: (line: string, code: number) => boolean;
  /** A line with a yes changes something: all that was seen before is forgotten. */
  readonly note: (line: string, code: number) => void;
};

export const makeRunMemory = (): RunMemory => {
  const codes = new Map<string, number>();
  return {
    knows: (line, code) => codes.get(line) === code,
    note: (line, code) => {
      if (/\s--yes\b/.test(line)) codes.clear();
      codes.set(line, code);
    },
  };
};
