import { describe, expect, test } from '@jest/globals';
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import type { RegionLook } from './look-at-region.ts';
import { planMove } from './plan-move.ts';

const [one, other] = ['af-south-1', 'eu-west-1'] as const;
const at = '2026-11-20T09:30:00.000Z';
const deaf = { ok: false, why: 'connect ETIMEDOUT' } as const;

const look = (
  name: string,
  flag: WriterFlag | undefined,
  changes: Partial<RegionLook> = {},
): RegionLook => ({
  name,
  health: { ok: true, value: undefined, ms: 1 },
  flag: { ok: true, value: flag, ms: 1 },
  queues: { ok: true, value: [], ms: 1 },
  ...changes,
});
const both = (flag: WriterFlag | undefined) => [look(one, flag), look(other, flag)];
const plan = (looks: readonly RegionLook[], to: string, ignoreHealth = false) =>
  planMove(looks, to, { ignoreHealth });

describe('the plan of a move', () => {
  test.each([
    ['from the writer to the other region', { region: one }, other, { kind: 'move', from: one }],
    ['in the other direction', { region: other }, one, { kind: 'move', from: other }],
    [
      'that was cut short goes on',
      { region: 'none', previous: one, changedAt: at },
      other,
      { kind: 'go-on', from: one },
    ],
    [
      'that was cut short and forgot whence',
      { region: 'none' },
      other,
      { kind: 'go-on', from: one },
    ],
    ['that was cut short is undone', { region: 'none', previous: one }, one, { kind: 'undo' }],
    ['to whoever writes already is done', { region: other }, other, { kind: 'done' }],
  ])('%s', (_, flag, to, wanted) => {
    expect(plan(both(flag), to)).toEqual({ ...wanted, seen: flag });
  });

  test.each<[string, readonly RegionLook[], string]>([
    [
      'the table of one region does not answer',
      [look(one, undefined, { flag: deaf }), look(other, { region: one })],
      'The table in af-south-1 does not answer (connect ETIMEDOUT). A planned move needs both regions. If af-south-1 is dead: pnpm dr failover --to eu-west-1',
    ],
    [
      'the replicas disagree',
      [look(one, { region: one }), look(other, { region: 'none' })],
      'say different things (af-south-1: af-south-1, eu-west-1: none)',
    ],
    [
      'they agree on the region, but not on since when',
      [look(one, { region: one }), look(other, { region: one, changedAt: at })],
      'say different things',
    ],
    ['no region is named', both(undefined), 'No region is named as the writer'],
    ['the writer is unknown here', both({ region: 'us-east-1' }), 'us-east-1 wrote before, and is'],
    [
      'the queues to drain do not answer',
      [look(one, { region: one }, { queues: deaf }), look(other, { region: one })],
      'The queues in af-south-1 do not answer',
    ],
    [
      'the API of the new region does not answer',
      [look(one, { region: one }), look(other, { region: one }, { health: deaf })],
      'The API in eu-west-1 does not answer',
    ],
  ])('is refused when %s', (_, looks, words) => {
    expect(() => plan(looks, other)).toThrow(words);
  });

  test('passes over an API that cannot be reached from here, if the operator says so', () => {
    const looks = [look(one, { region: one }), look(other, { region: one }, { health: deaf })];

    expect(plan(looks, other, true)).toMatchObject({ kind: 'move' });
  });
});
