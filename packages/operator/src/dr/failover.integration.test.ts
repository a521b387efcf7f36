import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  first,
  second,
  startTwoTables,
  twoRegions,
  type TwoTables,
} from '../testing/two-regions.ts';
import { failover, planFailover } from './failover.ts';
import { lookAtRegion } from './look-at-region.ts';
import type { Region } from './region.ts';

// Two whole AWS, and hundreds of requests.
jest.setTimeout(30_000);

let tables: TwoTables;
beforeAll(async () => {
  tables = await startTwoTables();
});
afterAll(() => tables.close());

const atTerraform = { region: first };

const planIn = async (target: Region, ignoreHealth = false) =>
  planFailover(await lookAtRegion(target, 500), { ignoreHealth });

describe('an unplanned failover', () => {
  test('gives the right to write to the region that lives, and says so when its functions know', async () => {
    const { other, deps, told, elapsed } = await twoRegions(tables, atTerraform, { lag: Infinity });

    const flag = await failover({ ...deps, target: other }, await planIn(other));

    expect(flag).toMatchObject({ region: second, previous: first });
    expect(await other.readFlag()).toEqual(flag);
    expect(elapsed()).toBe(10_000);
    expect(told).toEqual([
      'the flag says eu-west-1, in the replica of eu-west-1',
      'every function in eu-west-1 knows: orders are accepted',
      'read again: eu-west-1 writes',
    ]);
  });

  test('leaves the old flag in the replica of the dead region', async () => {
    const { one, other, deps } = await twoRegions(tables, atTerraform, { lag: Infinity });

    await failover({ ...deps, target: other }, await planIn(other));

    expect(await one.readFlag()).toEqual(atTerraform);
  });

  test('has nothing to do when the region writes already', async () => {
    const { other, deps } = await twoRegions(tables, atTerraform);
    await failover({ ...deps, target: other }, await planIn(other));

    expect(await planIn(other)).toMatchObject({ isDone: true, seen: { region: second } });
  });

  test('names who wrote before a planned move that was cut short', async () => {
    const { other, deps } = await twoRegions(tables, { region: 'none', previous: first });

    const flag = await failover({ ...deps, target: other }, await planIn(other));

    expect(flag).toMatchObject({ region: second, previous: first });
  });

  test('names a writer where nobody ever has', async () => {
    const { other, deps } = await twoRegions(tables, undefined);

    const flag = await failover({ ...deps, target: other }, await planIn(other));

    expect(flag.region).toBe(second);
    expect(flag.previous).toBeUndefined();
  });

  test('is refused to the slower of two operators', async () => {
    const { other, deps } = await twoRegions(tables, atTerraform);
    const plan = await planIn(other);
    const run = () => failover({ ...deps, target: other }, plan);

    const outcomes = await Promise.allSettled([run(), run()]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'Refusal', message: expect.stringContaining('Somebody else moved') },
    });
  });

  test('notices when the other region’s flag wins after it was written', async () => {
    const { one, other, deps } = await twoRegions(tables, atTerraform);
    const plan = await planIn(other);
    let moved = false;
    const sleep = async (milliseconds: number) => {
      if (!moved) {
        moved = true;
        await deps.sleep(1);
        await failover({ ...deps, target: one, sleep: deps.sleep }, { seen: atTerraform });
      }
      await deps.sleep(milliseconds);
    };

    const late = failover({ ...deps, target: other, sleep }, plan);

    await expect(late).rejects.toThrow('says af-south-1 now: somebody else moved it');
  });

  test('has written the flag when the operator ends it while the functions learn of it', async () => {
    const { other, deps } = await twoRegions(tables, atTerraform);
    const sleep = () => Promise.reject(new Error('Ended by the operator'));

    const ended = failover({ ...deps, target: other, sleep }, await planIn(other));

    await expect(ended).rejects.toThrow('Ended by the operator');
    expect(await planIn(other)).toMatchObject({ isDone: true });
  });
});

describe('a region that cannot take over', () => {
  const fail = () => Promise.reject(new Error('connect ETIMEDOUT'));
  const hang = () => new Promise<never>(() => undefined);

  test.each<[string, Partial<Region>, string]>([
    [
      'its table fails',
      { readFlag: fail },
      'The table in eu-west-1 does not answer (connect ETIME',
    ],
    ['its table hangs', { readFlag: hang }, 'does not answer (no answer within 0.5 s)'],
    ['its queues fail', { queueDepths: fail }, 'The queues in eu-west-1 do not answer'],
    ['its API fails', { checkHealth: fail }, 'The API in eu-west-1 does not answer'],
  ])('is refused when %s', async (_, broken, words) => {
    const { other } = await twoRegions(tables, atTerraform);

    await expect(planIn({ ...other, ...broken })).rejects.toThrow(words);
  });

  test('may be taken when its API alone cannot be reached, if the operator says so', async () => {
    const { other } = await twoRegions(tables, atTerraform);

    expect(await planIn({ ...other, checkHealth: fail }, true)).toMatchObject({ isDone: false });
  });

  test('may have no address of its own', async () => {
    const { other } = await twoRegions(tables, atTerraform);

    expect(await planIn({ ...other, checkHealth: undefined })).toMatchObject({ isDone: false });
  });
});
