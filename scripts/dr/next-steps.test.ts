import type { RegionLook } from '@bbws/operator/dr/look-at-region';
import { describe, expect, test } from '@jest/globals';
import { nextSteps } from './next-steps.ts';
import { bothSay, first, goneRegion, look, movedAt, second, silence } from './testing/looks.ts';

const advice = (looks: readonly RegionLook[]) => nextSteps('prod', looks);

describe('what to do next', () => {
  test.each<[string, readonly RegionLook[]]>([
    ['the first region writes and all answer', bothSay({ region: first })],
    ['there is one region, and no flag', [look(first, undefined)]],
  ])('is nothing when %s', (_, looks) => {
    expect(advice(looks)).toEqual({ isWell: true, lines: ['Nothing.'] });
  });

  test.each<[string, readonly RegionLook[], string]>([
    [
      'a failover when the writer is gone',
      [goneRegion(first), look(second, { region: first })],
      'af-south-1 writes, and does not answer. If it stays so: pnpm dr failover --env prod --to eu-west-1',
    ],
    [
      'a failover when the API of the writer alone does not answer',
      [look(first, { region: first }, { health: silence }), look(second, { region: first })],
      'af-south-1 writes, and does not answer. If it stays so: pnpm dr failover --env prod --to eu-west-1',
    ],
    [
      'to know that there is nowhere to go when the other region is gone',
      [look(first, { region: first }), goneRegion(second)],
      'eu-west-1 does not answer: there is nowhere to fail over to.',
    ],
    [
      'to see to the only region',
      [look(first, undefined, { queues: silence })],
      'af-south-1 does not answer, and there is no other.',
    ],
    [
      'to look at credentials when no table answers',
      [goneRegion(first), goneRegion(second)],
      'No table answers: is AWS_PROFILE right, and the network up?',
    ],
    [
      'to wait when the replicas disagree',
      [look(first, { region: first }), look(second, { region: second })],
      'The replicas disagree: look again in a moment. If it stays so, replication is broken.',
    ],
    [
      'to name a writer where none is named',
      bothSay(undefined),
      'No region is named, so that each of them writes. Name one: pnpm dr failover --env prod --to af-south-1',
    ],
    [
      'to know that both are silent',
      [look(first, { region: first }, { queues: silence }), goneRegion(second)],
      'af-south-1 writes, and does not answer; no other region does either.',
    ],
  ])('is %s', (_, looks, line) => {
    const { isWell, lines } = advice(looks);

    expect(isWell).toBe(false);
    expect(lines).toContain(line);
  });

  test('is to go on with a move, or back, when nobody writes', () => {
    expect(advice(bothSay({ region: 'none', previous: second, changedAt: movedAt }))).toEqual({
      isWell: false,
      lines: [
        'NOBODY WRITES: a move away from eu-west-1 was begun and not brought to its end.',
        '  Go on:   pnpm dr failback --env prod --to af-south-1',
        '  Go back: pnpm dr failback --env prod --to eu-west-1',
      ],
    });
  });

  test('is to reconcile and to go back when the first region is back', () => {
    const looks = [
      look(first, { region: second }, { queue: { inFlight: 2, deadLetters: 1 } }),
      look(second, { region: second }),
    ];

    expect(advice(looks)).toEqual({
      isWell: false,
      lines: [
        'af-south-1 answers /health, so that DNS leads callers there, where writes are refused: hold it away (docs/runbooks/dr.md, "DNS"), or move back soon.',
        'af-south-1 is back, and its functions still work on 2 messages: wait until they are done.',
        'What was left undone in af-south-1: pnpm dr reconcile --env prod --region eu-west-1 --dry-run',
        'Then back to af-south-1: pnpm dr failback --env prod --to af-south-1',
        'Dead letters in af-south-1: AWS_REGION=af-south-1 pnpm dlq list --env prod',
      ],
    });
  });

  test('is to wait for the first region while it is gone', () => {
    expect(advice([goneRegion(first), look(second, { region: second })])).toEqual({
      isWell: false,
      lines: ['af-south-1 does not answer: there is nowhere to fail over to.'],
    });
  });

  test('names the dead letters of the region that writes', () => {
    const looks = [look(first, { region: first }, { queue: { deadLetters: 3 } })];

    expect(nextSteps('local', looks).lines).toEqual(['Dead letters in af-south-1: pnpm dlq list']);
  });
});
