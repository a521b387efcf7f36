import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  depthsOf,
  first,
  second,
  startTwoTables,
  twoRegions,
  type TwoRegionsOptions,
  type TwoTables,
} from '../testing/two-regions.ts';
import type { DrainLook } from './drain.ts';
import { failover } from './failover.ts';
import { lookAtRegion } from './look-at-region.ts';
import { moveWriter, type MoveDeps } from './move-writer.ts';
import { planMove } from './plan-move.ts';
import type { Region } from './region.ts';

// Two whole AWS, and hundreds of requests.
jest.setTimeout(30_000);

let tables: TwoTables;
beforeAll(async () => {
  tables = await startTwoTables();
});
afterAll(() => tables.close());

const flag = { region: first };
const timing = {
  ...{ longestRequest: 50_000, lag: 5_000, lagLimit: 60_000 },
  ...{ lookEvery: 5_000, emptyFor: 60_000, limit: 1_800_000 },
};

const start = async (options: TwoRegionsOptions = {}, changes: Partial<MoveDeps> = {}) => {
  const regions = await twoRegions(tables, flag, options);
  const looks: DrainLook[] = [];
  const move = async (more: Partial<MoveDeps> = {}) => {
    const { one, other, deps } = regions;
    const answers = await Promise.all([one, other].map((region) => lookAtRegion(region, 500)));
    const plan = planMove(answers, second, { ignoreHealth: false });
    if (!('from' in plan)) throw new Error(`The plan is ${plan.kind}`);
    const onLook = (look: DrainLook) => void looks.push(look);
    const parts = { from: one, to: other, timing, ...deps, onLook, ...changes, ...more };
    return moveWriter(parts, plan);
  };
  return { ...regions, looks, move };
};

/** Ends the command at the sleep of that number, as Ctrl-C does. */
const endedAt = (number: number, sleep: MoveDeps['sleep']): MoveDeps['sleep'] => {
  let sleeps = 0;
  return (milliseconds) => {
    sleeps += 1;
    return sleeps < number
      ? sleep(milliseconds)
      : Promise.reject(new Error('Ended by the operator'));
  };
};

describe('a planned move', () => {
  test('waits for memories, requests, lag and queues, and then names the new region in both', async () => {
    const { one, other, told, move, elapsed } = await start({
      undoneAt: (at) => (at < 200_000 ? 2 : 0),
    });

    const nobodyWroteFor = await move();

    const moved = { region: second, previous: first };
    expect([await one.readFlag(), await other.readFlag()]).toMatchObject([moved, moved]);
    expect(told).toEqual([
      'nobody writes: the flag says none in af-south-1',
      'eu-west-1 has it as well, after 1.0 s',
      'what was begun before is over (60.0 s)',
      'the queues in af-south-1 are empty; dead letters: 0',
      'what was written last has reached eu-west-1',
      'the flag says eu-west-1',
      'af-south-1 has it as well',
      'every function knows: eu-west-1 writes',
    ]);
    // Empty at 201 s, for a minute; then the lag.
    expect(nobodyWroteFor).toBe(201_000 + 60_000 + 5_000);
    expect(elapsed()).toBe(nobodyWroteFor + 1_000 + 10_000);
  });

  test('begins to drain only when nobody can be at work any more', async () => {
    const seen: number[] = [];
    const { move } = await start({ undoneAt: (at) => (seen.push(at), 0) });

    await move();

    // The first figures are those of the plan.
    expect(seen[1]).toBe(61_000);
  });

  test('begins again to count when a message comes back', async () => {
    const { move, looks } = await start({ undoneAt: (at) => (at === 101_000 ? 1 : 0) });

    await move();

    const counted = looks.map(({ emptyFor }) => emptyFor);
    expect(counted.filter((time) => time === undefined)).toHaveLength(1);
    expect(counted.at(-1)).toBe(60_000);
    expect(looks.at(-1)?.depths).toEqual(depthsOf(0));
  });

  test('stops at its limit with nobody writing, and says what is left', async () => {
    const { one, move, elapsed } = await start({ undoneAt: () => 3 });
    const rarely = { ...timing, lookEvery: 300_000 };

    await expect(move({ timing: rarely })).rejects.toMatchObject({
      name: 'MoveStopped',
      state: 'nobody-writes',
      message: 'The queues did not run empty within 30 minutes; 3 left (pdf 3).',
    });
    expect(elapsed()).toBe(61_000 + 1_800_000);
    expect(await one.readFlag()).toMatchObject({ region: 'none', previous: first });
  });

  test.each([1, 2, 3, 5, 10, 15])(
    'ended by the operator at wait %s leaves nobody writing, and a second run brings it to its end',
    async (number) => {
      const { one, other, deps, move } = await start();

      await expect(move({ sleep: endedAt(number, deps.sleep) })).rejects.toMatchObject({
        state: 'nobody-writes',
      });
      await deps.sleep(1_000);
      expect(await other.readFlag()).toMatchObject({ region: 'none', previous: first });

      await move();
      expect(await one.readFlag()).toMatchObject({ region: second, previous: first });
    },
  );

  test('ended after the new flag is written has moved', async () => {
    const { one, other, deps, move } = await start();
    const isMoved = async () => (await other.readFlag())?.region === second;
    const sleep = async (milliseconds: number) => {
      if (await isMoved()) throw new Error('Ended by the operator');
      await deps.sleep(milliseconds);
    };

    await expect(move({ sleep })).rejects.toMatchObject({ state: 'moved' });
    await deps.sleep(1_000);

    expect(await one.readFlag()).toMatchObject({ region: second });
  });
});

describe('a planned move that is disturbed', () => {
  const lost = () => Promise.reject(new Error('socket hang up'));

  test('is refused to the slower of two operators', async () => {
    const { move } = await start();

    const outcomes = await Promise.allSettled([move(), move()]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'MoveStopped', message: expect.stringContaining('Somebody else moved') },
    });
  });

  test('leaves the flag to a failover that came between', async () => {
    const { one, other, deps, move } = await start({ undoneAt: () => 1 });
    let passed = 0;
    const onLook = () => void (passed += 1);
    const sleep = async (milliseconds: number) => {
      if (passed === 3) {
        const seen = await other.readFlag();
        await failover({ ...deps, target: other }, { seen });
      }
      await deps.sleep(milliseconds);
    };

    await expect(move({ sleep, onLook })).rejects.toMatchObject({
      state: 'unknown',
      message: 'Somebody else moved the writer meanwhile: the flag says eu-west-1.',
    });
    expect(await one.readFlag()).toMatchObject({ region: second });
  });

  test('does not know who writes when the answer to its first write is lost', async () => {
    const { one, other, move } = await start();
    const from: Region = {
      ...one,
      moveFlag: async (flagMove) => {
        await one.moveFlag(flagMove);
        return lost();
      },
    };

    await expect(move({ from })).rejects.toMatchObject({
      state: 'unknown',
      message: 'socket hang up',
    });
    expect(await other.readFlag()).toMatchObject({ region: first });
  });

  test('does not know who writes when the answer to its last write is lost', async () => {
    const { other, move } = await start();

    const moved = move({ to: { ...other, moveFlag: lost } });

    await expect(moved).rejects.toMatchObject({ state: 'unknown' });
  });

  test('stops with nobody writing when the queues cannot be counted', async () => {
    const { one, move } = await start();

    const moved = move({ from: { ...one, queueDepths: lost } });

    await expect(moved).rejects.toMatchObject({ state: 'nobody-writes' });
  });

  test('stops when its flag does not reach the other replica', async () => {
    const { move } = await start({ lag: Infinity });

    await expect(move()).rejects.toMatchObject({
      state: 'nobody-writes',
      message: expect.stringMatching(
        /^The replica in eu-west-1 still says af-south-1 after 60.0 s/,
      ),
    });
  });
});
