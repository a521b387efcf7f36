import { describe, expect, test } from '@jest/globals';
import { takeBack } from './fleet.ts';
import { NotDeployed } from './live-alias.ts';
import { look } from './look.ts';
import { rollBack } from './rollback.ts';
import { shift } from './shift.ts';
import { canaryStatus } from './status.ts';
import { memoryFleet } from './testing/memory-fleet.ts';

const plan = { percent: 10, minutes: 5, ignoreAlarms: false, dryRun: false };
const versions = { create: [7, 8], pdf: [4, 5] } as const;
const [dead, alive] = ['af-south-1', 'eu-west-1'] as const;

/** A fleet whose first region can be made not to answer any more. */
const mortalFleet = (error = new Error('connect ETIMEDOUT')) => {
  let isDead = false;
  const onCall = (region: string) => {
    if (isDead && region === dead) throw error;
  };
  const die = () => {
    isDead = true;
  };
  return { ...memoryFleet(versions, { onCall }), die };
};

describe('While a region does not answer', () => {
  test('a rollback takes back the others, names it, and fails', async () => {
    const { fleet, deps, stands, die } = mortalFleet();
    await shift(fleet, deps, plan);
    die();

    await expect(rollBack(fleet, deps.say, false)).rejects.toThrow(
      'NOT TAKEN BACK: af-south-1 (connect ETIMEDOUT). Run it again when that can be reached',
    );

    expect(stands()).toEqual([
      ...[`${dead} create 8`, `${dead} pdf 5`],
      ...[`${alive} create 7`, `${alive} pdf 4`],
    ]);
  });

  test('a rollback says what it cannot see in a dry run', async () => {
    const { fleet, deps, die } = mortalFleet();
    await shift(fleet, deps, plan);
    die();

    expect(await rollBack(fleet, deps.say, true)).toBe(0);

    expect(deps.said).toContain('Not reached: af-south-1 (connect ETIMEDOUT).');
  });

  test('a shift is refused before anything moves', async () => {
    const { fleet, deps, moves, die } = mortalFleet();
    die();

    await expect(shift(fleet, deps, plan)).rejects.toThrow(
      'af-south-1 (connect ETIMEDOUT) cannot be read, and new versions take over in all regions together.',
    );

    expect(moves).toEqual([]);
  });

  test('a shift that is under way is taken back in the others', async () => {
    const { fleet, deps, stands, die } = mortalFleet();

    const shifted = shift(fleet, { ...deps, onLook: die }, plan);

    await expect(shifted).rejects.toThrow(
      /NOT TAKEN BACK: create in af-south-1 \(connect ETIMEDOUT\), pdf in af-south-1 .*Everything else is/,
    );
    expect(stands()).toEqual([
      ...[`${dead} create 7+8`, `${dead} pdf 4+5`],
      ...[`${alive} create 7`, `${alive} pdf 4`],
    ]);
  });

  test('the status tells of the others', async () => {
    const { fleet, die } = mortalFleet();
    die();

    const lines = await canaryStatus(fleet);

    expect(lines[0]).toMatch(/^eu-west-1 +create +7 +8/m);
    expect(lines).toContain('NOT REACHED: af-south-1 (connect ETIMEDOUT)');
    expect(lines).toContain('Alarms on in af-south-1: not known (connect ETIMEDOUT)');
  });
});

describe('A region that has none of the functions', () => {
  const emptied = async () => {
    const mortal = mortalFleet(new NotDeployed('There is none.'));
    await shift(mortal.fleet, mortal.deps, plan);
    mortal.die();
    return mortal;
  };

  test('is no region of an older commit: a rollback fails', async () => {
    const { fleet, deps } = await emptied();

    await expect(rollBack(fleet, deps.say, false)).rejects.toThrow(
      'NOT TAKEN BACK: af-south-1 (There is none.)',
    );
  });
});

describe('A function that is not deployed', () => {
  test('and was when the shift began is named by whoever takes it back', async () => {
    const { fleet } = memoryFleet(versions);
    const before = await look(fleet);
    const gone = { ...fleet, functions: [...fleet.functions, 'tracking'] };
    const [first] = before;
    if (!first) throw new Error('The fleet is empty.');

    const back = takeBack(gone, [...before, { ...first, name: 'tracking' }]);

    await expect(back).rejects.toThrow('NOT TAKEN BACK: tracking in af-south-1');
  });

  test('is named and passed over by a rollback', async () => {
    const { fleet, deps, stands } = memoryFleet(versions);
    await shift(fleet, deps, plan);
    const newer = { ...fleet, functions: [...fleet.functions, 'tracking'] };

    expect(await rollBack(newer, deps.say, false)).toBe(4);

    expect(stands()).toContain('af-south-1 create 7');
    expect(deps.said).toContainEqual(
      expect.stringMatching(/^Not deployed, and passed over: tracking in af-south-1, tracking in/),
    );
  });

  test('keeps a shift from beginning', async () => {
    const { fleet, deps, moves } = memoryFleet(versions);
    const newer = { ...fleet, functions: [...fleet.functions, 'tracking'] };

    await expect(shift(newer, deps, plan)).rejects.toThrow('tracking in af-south-1 (There is no');

    expect(moves).toEqual([]);
  });
});
