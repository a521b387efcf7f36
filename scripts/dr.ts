/** `pnpm dr status|failover|failback|reconcile`: which region writes, and what to do when one dies. */
import { readCommand, readOptions, wholeNumber } from './lib/arguments.ts';
import { run } from './lib/run.ts';
import { connectRegions, type Regions } from './dr/connect-regions.ts';
import { runFailback } from './dr/failback.ts';
import { runFailover } from './dr/failover.ts';
import { namedRegion } from './dr/named-region.ts';
import { runReconcile } from './dr/reconcile.ts';
import { status } from './dr/status.ts';

const help = `pnpm dr status    [--env E] [--json]
pnpm dr failover  [--env E] --to REGION [--ignore-health] [--yes]
pnpm dr failback  [--env E] --to REGION [--wait-minutes N] [--ignore-health] [--yes]
pnpm dr reconcile [--env E] --region REGION [--since TIME] [--outbox-only] [--dry-run] [--yes]

Which region takes orders and changes, and what to do when one dies. Needs no Terraform, and but for status and failback
nothing of any region but the one named. docs/runbooks/dr.md

  status           who writes, how each region answers, how full its queues are, and what to do next
  failover         a region died: the one named writes from now on. Waits for nothing in the other
  failback         both live: nobody writes until the queues of the old region are empty, then the one named does.
                   In either direction; failover --planned is the same
  reconcile        what orders lack because it was left in the other region's queues is made by the one named

  --env E          dev, sit, prod or local; may be left out while \`pnpm start\` runs
  --to REGION      the region that is to write; --region REGION: the region that writes
  --wait-minutes N how long the queues may take to run empty (default 30)
  --ignore-health  also when /health of the new region cannot be reached from here
  --since TIME     looks at orders that were changed since then (default: 4 days before the writer was moved)
  --outbox-only    does not read the table: finds missing records and invoices, but not all mails
  --dry-run        says what is missing, and sends nothing
  --yes            does not ask; needed where nobody can be asked, and by reconcile in production
  --json           prints one JSON object and nothing else (pnpm -s dr status --json)
  --help           shows this text

Exits with 0 when it is done or all is well, with 1 when it was refused, stopped or something is left, with 2 for wrong
arguments or a yes that is missing.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** Works on the regions of an environment, and lets go of them. */
const within = async (
  environment: string | undefined,
  work: (regions: Regions) => Promise<number>,
): Promise<number> => {
  const regions = connectRegions(environment);
  const names = regions.regions.map(({ name }) => name).join(', ');
  console.error(`Environment ${regions.environment}: ${regions.where}, regions ${names}`);
  try {
    return await work(regions);
  } finally {
    regions.close();
  }
};

const moveOptions = {
  ...{ env: text, to: text, 'wait-minutes': text },
  ...{ planned: flag, 'ignore-health': flag, yes: flag },
};

const move = (args: readonly string[], isPlanned: boolean): Promise<number> => {
  const { env, to, yes, ...options } = readOptions(help, moveOptions, args);
  const range = { least: 1, most: 1_440, fallback: 30 };
  const waitMinutes = wholeNumber('wait-minutes', options['wait-minutes'], range);
  const common = { yes, ignoreHealth: options['ignore-health'] };
  return within(env, async (regions) => {
    const target = namedRegion(regions, 'to', to);
    return isPlanned || options.planned
      ? runFailback(regions, target, { ...common, waitMinutes })
      : runFailover(regions, target, common);
  });
};

const commands = {
  status: (args: readonly string[]) => {
    const { env, json } = readOptions(help, { env: text, json: flag }, args);
    return within(env, (regions) => status(regions, json));
  },
  failover: (args: readonly string[]) => move(args, false),
  failback: (args: readonly string[]) => move(args, true),
  reconcile: (args: readonly string[]) => {
    const { env, region, since, yes, ...options } = readOptions(
      help,
      {
        ...{ env: text, region: text, since: text },
        ...{ 'outbox-only': flag, 'dry-run': flag, yes: flag },
      },
      args,
    );
    return within(env, (regions) =>
      runReconcile(regions, namedRegion(regions, 'region', region), {
        ...{ since, yes },
        outboxOnly: options['outbox-only'],
        dryRun: options['dry-run'],
      }),
    );
  },
};

await run(async () => {
  const names = ['status', 'failover', 'failback', 'reconcile'] as const;
  const { name, args } = readCommand(help, names);
  return commands[name](args);
});
