/** `pnpm canary shift|rollback|status`: has new versions take over by and by, and takes them back. */
import { connectFleet, type ConnectedFleet } from './canary/connect-fleet.ts';
import { rollBack } from './canary/rollback.ts';
import { shift } from './canary/shift.ts';
import { canaryStatus } from './canary/status.ts';
import { watchProgress } from './canary/watch-progress.ts';
import { readCommand, readOptions, wholeNumber } from './lib/arguments.ts';
import { confirmChange } from './lib/connect.ts';
import { run } from './lib/run.ts';
import { stoppable } from './lib/stoppable.ts';

const help = `pnpm canary status   --env E
pnpm canary shift    --env E [--percent N] [--minutes N] [--ignore-alarms] [--dry-run] [--yes]
pnpm canary rollback --env E [--dry-run] [--yes]

Where Terraform's variable canary is set, \`terraform apply\` publishes new versions and leaves them waiting. These commands have
them take over. docs/adr/0016-a-canary-is-a-command.md

  status           which version of each function is live, which one waits, which alarms are on
  shift            gives every new version a share of the invocations, in all regions at once, and watches; after that time gives
                   them all. When an alarm goes off, more than 5 % of a new version's invocations fail, nobody says how it is,
                   or it is stopped (Ctrl-C), the old versions take everything again
  rollback         ends a shift that is under way; else takes back the functions of the last one

  --env E          dev, sit or prod
  --percent N      the share (1 to 50); --minutes N: for how long (1 to 120). Default: those of the environment
  --ignore-alarms  also when an alarm is on before; that one does not count
  --dry-run        shows what would be moved, and moves nothing
  --yes            needed to change production
  --help           shows this text

Exits with 0 when it is done, with 1 when it was refused or taken back, with 2 for wrong arguments.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const say = (line: string) => console.log(line);

/** Works on the functions of an environment, and lets go of them. */
const within = async (
  environment: string | undefined,
  work: (fleet: ConnectedFleet) => Promise<number>,
): Promise<number> => {
  const fleet = connectFleet(environment);
  const names = fleet.regions.map(({ name }) => name).join(', ');
  console.error(`Environment ${fleet.environment}: account ${fleet.accountId}, regions ${names}`);
  try {
    return await work(fleet);
  } finally {
    fleet.close();
  }
};

const confirm = ({ environment, accountId }: ConnectedFleet, yes: boolean, dryRun: boolean) => {
  if (!dryRun) confirmChange({ environment, account: accountId }, yes);
};

const runShift = (args: readonly string[]): Promise<number> => {
  const { env, percent, minutes, yes, ...flags } = readOptions(
    help,
    {
      ...{ env: text, percent: text, minutes: text },
      ...{ 'ignore-alarms': flag, 'dry-run': flag, yes: flag },
    },
    args,
  );
  return within(env, async (fleet) => {
    const { environment, canary } = fleet;
    // The pipeline runs the same steps everywhere.
    if (!canary) {
      say(
        `${environment} has no canary: terraform apply moves its functions at once (variable canary). There is nothing to shift.`,
      );
      return 0;
    }
    const dryRun = flags['dry-run'];
    const plan = {
      percent: wholeNumber('percent', percent, { least: 1, most: 50, fallback: canary.percent }),
      minutes: wholeNumber('minutes', minutes, { least: 1, most: 120, fallback: canary.minutes }),
      ignoreAlarms: flags['ignore-alarms'],
      dryRun,
    };
    confirm(fleet, yes, dryRun);
    const { sleep } = stoppable();
    const deps = { sleep, say, now: () => new Date(), onLook: watchProgress() };
    await shift(fleet, deps, plan);
    return 0;
  });
};

const runRollback = (args: readonly string[]): Promise<number> => {
  const { env, yes, ...flags } = readOptions(help, { env: text, 'dry-run': flag, yes: flag }, args);
  return within(env, async (fleet) => {
    confirm(fleet, yes, flags['dry-run']);
    const moved = await rollBack(fleet, say, flags['dry-run']);
    if (moved > 0 && !fleet.canary)
      say('The next terraform apply moves them forward again: deploy the earlier commit.');
    return 0;
  });
};

const runStatus = (args: readonly string[]): Promise<number> => {
  const { env } = readOptions(help, { env: text }, args);
  return within(env, async (fleet) => {
    for (const line of await canaryStatus(fleet)) say(line);
    return 0;
  });
};

const commands = { status: runStatus, shift: runShift, rollback: runRollback };

await run(async () => {
  const { name, args } = readCommand(help, ['status', 'shift', 'rollback']);
  return commands[name](args);
});
