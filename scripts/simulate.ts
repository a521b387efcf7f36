/** `pnpm simulate`: proves the guarantees by putting faults into the real functions. */
import './lib/jsx.ts';
import { readCommand, readOptions, wholeNumber } from './lib/arguments.ts';
import { run } from './lib/run.ts';

const help = `pnpm simulate <command> [options]

Runs the real handlers on the embedded AWS, on a clock that is moved, with faults in their calls to AWS.

  exhaustive                 every call of every flow, each way in which it can fail, an order each; fails as well
                             when there are other flows, calls or cases than in the last figures
  storm                      many orders with every fault at once
    --orders N               how many (1 to 20000, default 300)
    --seed S                 which faults (default 1); the same seed puts in the same faults
    --seeds N                runs so many seeds, from S on (default 1)
    --hours N                hours of simulated time within which the orders come (1 to 48; default 8, 24 from 1000 orders on)
  scenarios [--only NAME]    runs with one particular trouble and an outcome that is known beforehand
  defects [--only NAME]      deliberate defects, each of which must be noticed
  all                        everything, with five storms of 2,000 orders, and writes docs/guarantees.md
  page [--check]             writes docs/guarantees.md from the last figures; with --check only looks whether it
                             is up to date, and the figures have every promise, scenario and defect
  --help                     shows this text

Exits with 0 when every promise is kept (for defects: when each is noticed), with 1 otherwise.`;

const names = ['exhaustive', 'storm', 'scenarios', 'defects', 'all', 'page'] as const;

const stormOptions = (args: readonly string[]) => {
  const options = readOptions(
    help,
    {
      orders: { type: 'string' },
      seed: { type: 'string' },
      seeds: { type: 'string' },
      hours: { type: 'string' },
    },
    args,
  );
  const orders = wholeNumber('orders', options.orders, { least: 1, most: 20_000, fallback: 300 });
  return {
    orders,
    seed: wholeNumber('seed', options.seed, { least: 0, most: 999_999, fallback: 1 }),
    seeds: wholeNumber('seeds', options.seeds, { least: 1, most: 100, fallback: 1 }),
    hours: wholeNumber('hours', options.hours, {
      least: 1,
      most: 48,
      fallback: orders >= 1000 ? 24 : 8,
    }),
  };
};

await run(async () => {
  const { name, args } = readCommand(help, names);
  // React is slower by half when it looks out for mistakes.
  process.env['NODE_ENV'] ??= 'production';
  switch (name) {
    case 'exhaustive': {
      readOptions(help, {}, args);
      const { exhaustiveAsMeasured } = await import('./simulate/exhaustive-as-measured.ts');
      return exhaustiveAsMeasured();
    }
    case 'storm': {
      const { storms } = await import('./simulate/storms.ts');
      return (await storms(stormOptions(args))).failed ? 1 : 0;
    }
    case 'scenarios': {
      const { only } = readOptions(help, { only: { type: 'string' } }, args);
      const { playScenarios } = await import('./simulate/scenarios.ts');
      return (await playScenarios(only)).failed ? 1 : 0;
    }
    case 'defects': {
      const { only } = readOptions(help, { only: { type: 'string' } }, args);
      const { tryDefects } = await import('./simulate/defects.ts');
      return (await tryDefects(only)).failed ? 1 : 0;
    }
    case 'all': {
      readOptions(help, {}, args);
      const { everything } = await import('./simulate/everything.ts');
      return everything();
    }
    case 'page': {
      const { check } = readOptions(help, { check: { type: 'boolean', default: false } }, args);
      const { writePage } = await import('./simulate/page.ts');
      return writePage(check);
    }
  }
});
