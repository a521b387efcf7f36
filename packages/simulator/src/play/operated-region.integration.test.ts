import { startLocalAws } from '@bbws/local-aws/local-aws';
import { moveTiming } from '@bbws/operator/dr/move-timing';
import { moveWriter } from '@bbws/operator/dr/move-writer';
import { undone } from '@bbws/operator/dr/queue-depths';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idleWorld } from '../testing/idle-world.ts';
import { start } from '../testing/records.ts';
import { idsFrom } from '../world/ids.ts';
import { makeReplication } from '../world/replicate.ts';
import { makeStage } from '../world/stage.ts';
import { openTurnstile } from '../world/turnstile.ts';
import type { World } from '../world/world.ts';
import { operatedRegion } from './operated-region.ts';

const lag = 900;
const stage = makeStage(start, openTurnstile);
const newId = idsFrom('operator');

let worlds: readonly [World, World];
beforeAll(async () => {
  const begin = () => startLocalAws({ backend: 'embedded', clock: stage.clock.memory });
  worlds = [idleWorld(await begin(), stage), idleWorld(await begin(), stage)];
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

const regions = () => {
  const [one, other] = worlds;
  const { copy } = makeReplication(lag);
  return [
    operatedRegion({ name: 'af-south-1', world: one, replica: other, copy }),
    operatedRegion({ name: 'eu-west-1', world: other, replica: one, copy }),
  ] as const;
};

const moveTo = (region: string) => ({
  ...{ seen: undefined, region },
  at: new Date(stage.clock.now()).toISOString(),
  writeId: newId(),
});

describe('a world as an operator reaches it', () => {
  test('has the flag at once where it is moved, and in the replica after the lag', async () => {
    const [one, other] = regions();

    const moved = await one.moveFlag(moveTo('af-south-1'));

    expect(moved).toMatchObject({ region: 'af-south-1' });
    expect(await one.readFlag()).toEqual(moved);
    expect(await other.readFlag()).toBeUndefined();
    await stage.runUntil(stage.clock.now() + lag);
    expect(await other.readFlag()).toEqual(moved);
  });

  test('moves no flag that is not as it was seen', async () => {
    const [one, other] = regions();
    const flag = await one.readFlag();

    expect(await one.moveFlag(moveTo('eu-west-1'))).toBeUndefined();
    await stage.runUntil(stage.clock.now() + lag);
    expect(await other.readFlag()).toEqual(flag);
  });

  test('lets the planned move go through, on the clock of its stage', async () => {
    const [one, other] = regions();
    const seen = await one.readFlag();
    if (!seen) throw new Error('No region is named as the writer');
    const { clock } = stage;
    const told: string[] = [];

    const moving = moveWriter(
      {
        ...{ from: one, to: other, timing: moveTiming({ longestRequest: 50_000 }) },
        ...{ now: () => new Date(clock.now()), sleep: clock.sleep, newId },
        ...{ tell: (line: string) => void told.push(line), onLook: () => undefined },
      },
      { kind: 'move', from: one.name, seen },
    );
    await stage.runUntil(clock.now() + 10 * 60_000);

    // The lag is seen after a second; then memories and requests, empty queues, and the lag of the replica.
    expect(await moving).toBe(1_000 + 60_000 + 60_000 + 5_000);
    expect(told.at(-1)).toBe('every function knows: eu-west-1 writes');
    expect([await one.readFlag(), await other.readFlag()]).toMatchObject([
      { region: 'eu-west-1', previous: 'af-south-1' },
      { region: 'eu-west-1', previous: 'af-south-1' },
    ]);
  });

  test('counts the messages of every queue of its functions', async () => {
    const [one] = regions();

    const depths = await one.queueDepths();

    expect(depths.map(({ name }) => name)).toContain('record-creator');
    expect(undone(depths)).toBe(0);
  });
});
