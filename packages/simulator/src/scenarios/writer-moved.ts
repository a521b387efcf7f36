/** The right to write moves to the second region while orders come: the planned move of R-OPS-02. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { writerKey } from '@bbws/dynamo/keys';
import { longestRequestSeconds, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { lookAtRegion } from '@bbws/operator/dr/look-at-region';
import { moveTiming } from '@bbws/operator/dr/move-timing';
import { moveWriter } from '@bbws/operator/dr/move-writer';
import { planMove } from '@bbws/operator/dr/plan-move';
import type { Region } from '@bbws/operator/dr/region';
import { stormFaults, stormRates } from '../storm/storm-faults.ts';
import { messageWatchers } from '../invariants/watchers.ts';
import { examineEnd } from '../invariants/final-state.ts';
import { operatedRegion } from '../play/operated-region.ts';
import { visit } from '../portal/portal.ts';
import { idsFrom } from '../world/ids.ts';
import type { Lambda } from '../world/lambda.ts';
import { makeReplication } from '../world/replicate.ts';
import { makeStage, type Stage } from '../world/stage.ts';
import { makeTurnstile } from '../world/turnstile.ts';
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
const timing = moveTiming({ longestRequest: longestRequestSeconds(readFunctionsFile()) * 1000 });
/** Real milliseconds within which a world answers an operator: more than it ever needs. */
const patience = 60_000;
/** How far a replica is behind, in milliseconds. */
const lag = 900;
const first = { name: 'af-south-1', letter: '' };
const second = { name: 'eu-west-1', letter: 'E' };

const faults = stormFaults(1, stormRates, calm);

export const writerMoved: Scenario = {
  name: 'writer-moved',
  what: 'The planned move of `pnpm dr failback` takes the right to write from one region to the other in the middle of a run with faults; some callers still reach the old region.',
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
      await Promise.all(worlds.map((world) => nameWriter(world, first.name)));
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
      const { copy } = replication;
      const move = makeMove(
        stage,
        operatedRegion({ name: first.name, world: one, replica: other, copy }),
        operatedRegion({ name: second.name, world: other, replica: one, copy }),
      );
      // A move that stops is heard of when time is over.
      move.catch(() => undefined);
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

/** The planned move as `pnpm dr failback` makes it; how long nobody wrote, in milliseconds. */
const makeMove = async ({ clock }: Stage, from: Region, to: Region): Promise<number> => {
  await clock.sleep(moved - clock.now());
  const looks = await Promise.all([from, to].map((region) => lookAtRegion(region, patience)));
  const plan = planMove(looks, to.name, { ignoreHealth: false });
  if (!('from' in plan)) throw new Error(`There is nothing to move: ${plan.kind}`);
  return moveWriter(
    {
      from,
      to,
      timing,
      now: () => new Date(clock.now()),
      sleep: clock.sleep,
      newId: idsFrom('operator'),
      tell: () => undefined,
      onLook: () => undefined,
    },
    plan,
  );
};

/** As Terraform makes the flag: a region alone. */
const nameWriter = ({ aws }: World, region: string): Promise<unknown> =>
  aws.clients.dynamodb.send(
    new PutItemCommand({
      TableName: aws.resources.tableName,
      Item: { PK: { S: writerKey.PK }, SK: { S: writerKey.SK }, region: { S: region } },
    }),
  );
