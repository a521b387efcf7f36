/** Commands of runbooks that another test runs already, because they take long. */

export type Elsewhere = {
  /** What the command begins with. */
  readonly begins: string;
  /** The test that runs it. */
  readonly test: string;
  /** What stands in that test. */
  readonly proof: string;
};

export const runElsewhere: readonly Elsewhere[] = [
  {
    begins: 'pnpm build',
    test: 'scripts/build/build-functions.test.ts',
    proof: 'buildFunctions(',
  },
  {
    begins: 'pnpm dr failover --env prod --to',
    test: 'scripts/dr/dr.integration.test.ts',
    proof: "dr('failover', '--to', second",
  },
  {
    begins: 'pnpm dr failback --env prod --to',
    test: 'scripts/dr/dr.integration.test.ts',
    proof: "dr('failback', '--to', first",
  },
];

/** The test that runs a command; `undefined` for none. */
export const elsewhere = (command: string): Elsewhere | undefined =>
  runElsewhere.find(({ begins }) => command.startsWith(begins));
