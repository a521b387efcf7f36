/** `pnpm dr failover`: the region that lives takes the right to write. Asks nothing of any other region. */
import { randomUUID } from 'node:crypto';
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { failover, planFailover, type FailoverPlan } from '@bbws/operator/dr/failover';
import { withOutbox } from '@bbws/operator/dr/find-unfinished';
import { lookAtRegion } from '@bbws/operator/dr/look-at-region';
import { nobody } from '@bbws/operator/dr/region';
import { Refusal } from '@bbws/operator/refusal';
import { agree } from './ask.ts';
import type { ReachedRegion, Regions } from './connect-regions.ts';
import { dnsWords } from './dns-words.ts';
import { drCommand, refuseSingleRegion } from './named-region.ts';
import { patience } from './status.ts';
import { stamped, stoppable } from '../lib/stoppable.ts';

export type FailoverOptions = { readonly yes: boolean; readonly ignoreHealth: boolean };

/** @returns the exit code; it is 0 as well when the region writes already */
export const runFailover = async (
  regions: Regions,
  target: ReachedRegion,
  { yes, ignoreHealth }: FailoverOptions,
): Promise<number> => {
  refuseSingleRegion(regions);
  const started = new Date();
  const { name } = target;
  const plan = planFailover(await lookAtRegion(target, patience), { ignoreHealth });
  const dead = otherThan(regions, name);
  if (plan.isDone) {
    console.log(
      `${name} writes already, since ${plan.seen?.changedAt ?? 'the table was made'}. Nothing was changed.`,
    );
    for (const line of afterwards(regions, name, dead)) console.log(line);
    return 0;
  }
  const before = plan.seen?.region ?? 'every region';
  console.log(`Failover of ${regions.environment}: ${before === nobody ? 'nobody' : before} writes, ${name} will.
  It waits for nothing in ${dead}. What ${dead} accepted and has not replicated may be lost (RPO);
  if ${dead} can still be reached, a planned move loses nothing: ${drCommand(regions, 'failover', `--to ${name} --planned`)}`);
  await agree(name, yes);

  const flag = await carryOut(regions, target, plan, started);
  console.log('');
  console.log(
    `RTO  writes are taken since ${flag.changedAt ?? ''}: count from the beginning of the outage.`,
  );
  console.log(
    `RPO  at risk is what ${dead} accepted in its last moments: its metric ReplicationLatency to ${name} says how many.`,
  );
  console.log(`     ${await waitingWords(target)}`);
  for (const line of afterwards(regions, name, dead)) console.log(line);
  return 0;
};

const carryOut = async (
  regions: Regions,
  target: ReachedRegion,
  plan: FailoverPlan,
  started: Date,
): Promise<WriterFlag> => {
  const { sleep } = stoppable();
  const done: string[] = [];
  const stamp = stamped(started);
  const tell = (line: string): void => {
    done.push(line);
    stamp(line);
  };
  try {
    return await failover({ target, now: () => new Date(), sleep, newId: randomUUID, tell }, plan);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const what =
      done.length > 0
        ? `The flag was written: ${target.name} writes, from ten seconds after that at the latest.`
        : 'Whether the flag was written is not known: run the command again, that is harmless.';
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\n${what}\nLook: ${drCommand(regions, 'status')}`,
      { cause: error },
    );
  }
};

const otherThan = ({ regions }: Regions, name: string): string =>
  regions
    .filter((region) => region.name !== name)
    .map((region) => region.name)
    .join(', ');

/** The writer is moved already: a count that fails must not look like a failure of that. */
const waitingWords = async ({ table }: ReachedRegion): Promise<string> => {
  try {
    const { orders } = await withOutbox(table);
    return `Orders with an event that nobody has proven to have received: ${orders.length}.`;
  } catch {
    return 'How many orders wait for an effect could not be counted.';
  }
};

const afterwards = (regions: Regions, name: string, dead: string): string[] => [
  '',
  `The replica in ${dead} may name another writer until replication has caught up: if ${dead} still lives, it takes`,
  'orders too until then. Their numbers differ, and of two changes of one order the later one stays.',
  ...dnsWords(regions, name),
  '',
  'Next:',
  `  ${drCommand(regions, 'status')}`,
  `  when ${dead} is back and its queues are empty: ${drCommand(regions, 'reconcile', `--region ${name} --dry-run`)}`,
  ...(name === regions.regions[0]?.name
    ? []
    : [`  then back again: ${drCommand(regions, 'failback', `--to ${dead}`)}`]),
];
