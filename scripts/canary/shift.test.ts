import { describe, expect, test } from '@jest/globals';
import { rollBack } from './rollback.ts';
import { shift, type ShiftPlan } from './shift.ts';
import { memoryFleet } from './testing/memory-fleet.ts';

const plan = (changes: Partial<ShiftPlan> = {}): ShiftPlan => ({
  ...{ percent: 10, minutes: 15, ignoreAlarms: false, dryRun: false },
  ...changes,
});
const versions = { create: [7, 8], get: [3, 3], pdf: [4, 6] } as const;
const before = [
  ...['af-south-1 create 7', 'af-south-1 get 3', 'af-south-1 pdf 4'],
  ...['eu-west-1 create 7', 'eu-west-1 get 3', 'eu-west-1 pdf 4'],
];
const after = [
  ...['af-south-1 create 8', 'af-south-1 get 3', 'af-south-1 pdf 6'],
  ...['eu-west-1 create 8', 'eu-west-1 get 3', 'eu-west-1 pdf 6'],
];

describe('A shift', () => {
  test('gives new versions a share in all regions, watches them, and gives them all', async () => {
    const { fleet, deps, moves, stands, looks } = memoryFleet(versions);

    const isDone = await shift(fleet, deps, plan());

    expect(isDone).toBe(true);
    expect(stands()).toEqual(after);
    expect(moves.slice(0, 4)).toEqual([
      'af-south-1 create 7+8',
      'af-south-1 pdf 4+6',
      'eu-west-1 create 7+8',
      'eu-west-1 pdf 4+6',
    ]);
    expect(looks).toHaveLength(60);
    expect(looks.at(-1)).toEqual({
      secondsPassed: 900,
      secondsInAll: 900,
      calls: { invocations: 80, errors: 0 },
    });
  });

  test('gives the share that it was told', async () => {
    const shares: (number | undefined)[] = [];
    const { fleet, deps } = memoryFleet(
      { create: [7, 8] },
      { onMove: (_, { next }) => void shares.push(next?.share) },
    );

    await shift(fleet, deps, plan({ percent: 25 }));

    expect(shares).toEqual([0.25, 0.25, undefined, undefined]);
  });

  test('has nothing to do when every version is live', async () => {
    const { fleet, deps, moves } = memoryFleet({ create: [8, 8] });

    expect(await shift(fleet, deps, plan())).toBe(true);
    expect(moves).toEqual([]);
  });

  test('says which new version was not invoked, so that nothing is known of it', async () => {
    const { fleet, deps } = memoryFleet(versions, {
      calls: ({ name }) => ({ invocations: name === 'pdf' ? 0 : 5, errors: 0 }),
    });

    await shift(fleet, deps, plan());

    expect(deps.said.join('\n')).toContain(
      'nothing is known of it: pdf in af-south-1, pdf in eu-west-1.',
    );
  });

  test('moves nothing when it is only to show what it would do', async () => {
    const { fleet, deps, moves } = memoryFleet(versions);

    expect(await shift(fleet, deps, plan({ dryRun: true }))).toBe(false);
    expect(moves).toEqual([]);
    expect(deps.said).toContain('  create in af-south-1: 7 -> 8');
  });
});

describe('The old versions take everything again when', () => {
  test.each([
    [
      'an alarm goes off in either region',
      {
        alarms: (seconds: number, region: string) =>
          seconds > 300 && region === 'eu-west-1' ? ['bbws-order-lambda-pdf-prod-errors'] : [],
      },
      'alarm in eu-west-1: bbws-order-lambda-pdf-prod-errors',
    ],
    [
      'more than one in twenty invocations of a new version fails',
      { calls: () => ({ invocations: 100, errors: 6 }) },
      '6 of 100 invocations of version 8 of create in af-south-1 failed',
    ],
    [
      'nobody says how it is',
      {
        alarms: (seconds: number) => {
          if (seconds > 0) throw new Error('no route');
          return [];
        },
      },
      'CloudWatch does not say how it is: no route',
    ],
    [
      'one of them cannot be given its share',
      {
        onMove: ({ name, region, next }: { name: string; region: string; next?: unknown }) => {
          if (next === undefined && region === 'eu-west-1' && name === 'pdf')
            throw new Error('somebody else');
        },
      },
      'pdf in eu-west-1 could not be moved: somebody else',
    ],
    [
      'one of them cannot be given everything',
      {
        onMove: ({ name, region }: { name: string; region: string }, to: { live: number }) => {
          if (region === 'eu-west-1' && name === 'create' && to.live === 8)
            throw new Error('throttled');
        },
      },
      'create in eu-west-1 could not be moved: throttled',
    ],
  ])('%s', async (_, weather, why) => {
    const { fleet, deps, stands } = memoryFleet(versions, weather);

    await expect(shift(fleet, deps, plan())).rejects.toThrow(`TAKEN BACK: the old versions`);

    expect(stands()).toEqual(before);
    const again = memoryFleet(versions, weather);
    await expect(shift(again.fleet, again.deps, plan())).rejects.toThrow(why);
  });

  test('the watch is ended', async () => {
    const { fleet, deps, stands } = memoryFleet(versions);
    const sleep = () => Promise.reject(new Error('Ended by the operator.'));

    await expect(shift(fleet, { ...deps, sleep }, plan())).rejects.toThrow('Ended by the operator');

    expect(stands()).toEqual(before);
  });

  test('one in twenty fails it is not yet so', async () => {
    const { fleet, deps } = memoryFleet(versions, {
      calls: () => ({ invocations: 100, errors: 5 }),
    });

    await expect(shift(fleet, deps, plan())).resolves.toBe(true);
  });

  test('CloudWatch fails now and then it is not so either', async () => {
    let asked = 0;
    const { fleet, deps } = memoryFleet(versions, {
      alarms: () => {
        asked += 1;
        if (asked > 2 && asked % 4 === 0) throw new Error('no route');
        return [];
      },
    });

    await expect(shift(fleet, deps, plan())).resolves.toBe(true);
  });
});

describe('What cannot be taken back', () => {
  test('is said, with the command that tries again', async () => {
    const { fleet, deps } = memoryFleet(versions, {
      calls: () => ({ invocations: 1, errors: 1 }),
      onMove: ({ name, next }) => {
        if (name === 'pdf' && next) throw new Error('no route');
      },
    });

    await expect(shift(fleet, deps, plan())).rejects.toThrow(
      /NOT TAKEN BACK: pdf in af-south-1 \(no route\), pdf in eu-west-1 .*pnpm canary rollback --env prod/,
    );
  });
});

describe('A shift is refused', () => {
  test('while an alarm is on, unless it is to be ignored', async () => {
    const on = { alarms: () => ['bbws-order-mail-prod-mail-bounces'] };
    const { fleet, deps, moves } = memoryFleet(versions, on);

    await expect(shift(fleet, deps, plan())).rejects.toThrow(
      /Alarms are on already.*mail-bounces.*--ignore-alarms/,
    );
    expect(moves).toEqual([]);
    await expect(shift(fleet, deps, plan({ ignoreAlarms: true }))).resolves.toBe(true);
  });

  test('while another one is under way', async () => {
    const { fleet, deps } = memoryFleet(versions);
    const cutOff = { ...deps, sleep: () => new Promise<never>(() => undefined) };
    void shift(fleet, cutOff, plan());
    await new Promise((resolve) => setImmediate(resolve));

    await expect(shift(fleet, deps, plan())).rejects.toThrow(
      /A shift is under way.*pnpm canary rollback --env prod/,
    );
  });
});

describe('A rollback', () => {
  test('takes back the functions of the last shift, and no others', async () => {
    const { fleet, deps, stands } = memoryFleet(versions);
    await shift(fleet, deps, plan());

    const moved = await rollBack(fleet, deps.say, false);

    expect(moved).toBe(4);
    expect(stands()).toEqual(before);
    await expect(rollBack(fleet, deps.say, false)).rejects.toThrow('No shift is noted');
  });

  test('leaves alone what an earlier shift has moved', async () => {
    const { fleet, deps, stands, publish } = memoryFleet({ create: [7, 8], pdf: [4, 4] });
    await shift(fleet, deps, plan());
    publish('pdf');
    await shift(fleet, deps, plan());

    await rollBack(fleet, deps.say, false);

    expect(stands()).toEqual([
      ...['af-south-1 create 8', 'af-south-1 pdf 4'],
      ...['eu-west-1 create 8', 'eu-west-1 pdf 4'],
    ]);
  });

  test('ends a shift that was cut off', async () => {
    const { fleet, deps, stands } = memoryFleet(versions);
    const cutOff = { ...deps, sleep: () => new Promise<never>(() => undefined) };
    void shift(fleet, cutOff, plan());
    await new Promise((resolve) => setImmediate(resolve));

    await rollBack(fleet, deps.say, false);

    expect(stands()).toEqual(before);
  });

  test('moves nothing when it is only to show what it would do', async () => {
    const { fleet, deps, stands } = memoryFleet(versions);
    await shift(fleet, deps, plan());

    expect(await rollBack(fleet, deps.say, true)).toBe(0);
    expect(stands()).toEqual(after);
  });
});
