/** What a bench is. A new one is a file beside this one and an entry in scripts/bench.ts. */
export type Bench = {
  /** As in `pnpm bench name`. */
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** Measures, with its progress on stderr, and gives the text to print. */
  readonly measure: () => Promise<string>;
};
