/** The right to write moves to the second region while orders come: the planned move of R-OPS-02. */
import { writerKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { writeWriterRegion } from '@bbws/dynamo/writer-region';
import { writerKnownFor } from '@bbws/lambda/writer';
import { countMessages } from '@bbws/operator/dead-letters/count-messages';
import { stormFaults, stormRates } from '../storm/storm-faults.ts';
import { messageWatchers } from '../invariants/watchers.ts';
import { examineEnd } from '../invariants/final-state.ts';
import { visit } from '../portal/portal.ts';
import type { Lambda } from '../world/lambda.ts';
import { makeReplication } from '../world/replicate.ts';
import { makeStage } from '../world/stage.ts';
import { makeTurnstile } from '../world/turnstile.ts';
import { longestRequestSeconds, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { startWorld, type World, type WorldOptions } from '../world/world.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const moved = start + 20 * minute;
const calm = start + 60 * minute;
/** Long after everything is settled: nothing may stir again. */
const end = calm + 300 * minute;
const orders = 240;
/** In milliseconds. */
const longestRequest = longestRequestSeconds(readFunctionsFile()) * 1000;
/** How far a replica is behind, in milliseconds. */
const lag = 900;
const first = { name: 'af-south-1', letter: '' };
const second = { name: 'eu-west-1', letter: 'E' };

const faults = stormFaults(1, stormRates, calm);

export const writerMoved: Scenario = {
  name: 'writer-moved',
  what: 'The right to write moves from one region to the other in the middle of a run with faults; some callers still reach the old region.',
  expected:
    'No order number twice, no update lost, every order complete; writes are refused with 503 while nobody writes, and where nobody writes any more.',
  run: async () => {
    const startedAt = performance.now();
    const stage = makeStage(start, makeTurnstile(1));
    const replication = makeReplication(lag);
    const worlds: World[] = [];
    const options = {
      seed: 1,
      stage,
      faults,
      deliveries: () => ({}),
      ...messageWatchers,
      onEffect: (from, operation, input) => {
        const to = worlds.find((world) => world !== from);
        if (to) replication.onEffect(from, to, operation, input);
      },
    } satisfies WorldOptions;
    const one = await startWorld({ ...options, region: first });
    const other = await startWorld({ ...options, region: second });
    worlds.push(one, other);
    try {
      const say = makeSay(one, other, replication);
      await say(first.name);
      // Callers are led by DNS, which some of them remember too long.
      let calls = 0;
      const lambda: Lambda = {
        invoke: (...invocation) => {
          calls += 1;
          const late = stage.clock.now() >= moved + minute;
          return (late === calls % 5 > 0 ? other : one).lambda.invoke(...invocation);
        },
      };
      const wishes = plainWishes({
        orders,
        first: start,
        every: 10_000,
        changes: [
          { status: 'paid', after: 5 * minute },
          { status: 'processing', after: 10 * minute },
        ],
      });
      for (const wish of wishes) void visit({ ...stage, lambda }, wish);
      const move = moveWriter(one, say);
      await stage.runUntil(end);
      const nobodyWroteFor = await move;
      const final = await examineEnd(other, worlds);
      const numbers = final.facts.map(({ stored }) => stored?.order.orderNumber ?? 'none');
      const inSecond = numbers.filter((number) => number.includes('-E')).length;
      const refused = stage.history.statuses.get(503) ?? 0;
      return resultOf(
        { final, simulatedMs: end - start, realMs: performance.now() - startedAt },
        {
          orders,
          'numbered in the second region': inSecond,
          'answers 503': refused,
          'nobody wrote for, in seconds': Math.round(nobodyWroteFor / 1000),
        },
        [
          ['both regions gave numbers', inSecond > 0 && inSecond < orders],
          ['every order accepted', final.facts.length === orders],
          ['callers were refused with 503', refused > 0],
          [
            'every order at its last status',
            final.facts.every(({ stored }) => stored?.order.status === 'processing'),
          ],
        ],
      );
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  },
};

type Say = (region: string) => Promise<void>;

/** Writes the flag in the first region and waits until the second has it. */
const makeSay =
  (one: World, other: World, { copy }: ReturnType<typeof makeReplication>): Say =>
  async (region) => {
    const { clock } = one.stage;
    const table = tableOf(one.aws.clients.dynamodb, one.aws.resources.tableName);
    await writeWriterRegion(table)(region, new Date(clock.now()).toISOString());
    const copied = copy(one, other, { PK: { S: writerKey.PK }, SK: { S: writerKey.SK } });
    if (clock.now() > start) await copied;
  };

/** The planned move: nobody, then caches, lag and the old region's queues run out, then the other; how long it took. */
const moveWriter = async (one: World, say: Say): Promise<number> => {
  const { clock, activity } = one.stage;
  await clock.sleep(moved - clock.now());
  const from = clock.now();
  await say('none');
  // Who asked before the flag was read again may still be at work, until its time is over.
  await clock.sleep(writerKnownFor + longestRequest + lag);
  while (!(await activity.during(() => isDrained(one)))) await clock.sleep(10_000);
  await clock.sleep(lag);
  await say(second.name);
  return clock.now() - from;
};

const isDrained = async ({ aws }: World): Promise<boolean> => {
  const counts = await Promise.all(
    Object.values(aws.resources.queues).map(({ url }) => countMessages(aws.clients.sqs, url)),
  );
  return counts.every(({ waiting, underWay }) => waiting + underWay === 0);
};
