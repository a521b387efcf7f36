import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { auditOrder, orderInvariants, unfinishedIn } from './audit-order.ts';
import { dayAfter, withOrder } from './testing/breaking.ts';
import { factsAfter, factsOf } from './testing/facts.ts';
import { acceptedLife, afterDeed, possibleDeeds, type Life } from './testing/lives.ts';

const options = { now: dayAfter, settleMinutes: 0 };

/** Lives of up to twelve deeds, each one possible when it was done, that did not end half-way. */
const lives = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map((choices) =>
    choices.reduce<Life>((life, choice) => {
      const deeds = possibleDeeds(life);
      const deed = deeds[choice % deeds.length];
      return deed === undefined ? life : afterDeed(life, deed);
    }, acceptedLife),
  )
  .filter(({ stage }) => stage !== 'accepted');

describe('an order', () => {
  test('that lived by the rules has no violation, whichever of its invoices were superseded', () => {
    fc.assert(
      fc.property(lives, fc.uniqueArray(fc.nat({ max: 14 })), (life, skipped) => {
        const facts = factsOf(life, new Set(skipped));

        expect(auditOrder(facts, options)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('needs no inbox to be found whole', () => {
    const facts = { ...factsAfter('record', 'paid', 'processing'), mails: undefined };

    expect(auditOrder(facts, options)).toEqual([]);
  });

  test('that is not whole is named with its number and what mends it', () => {
    const facts = { ...factsAfter('record'), invoices: [] };

    const [violation, ...others] = auditOrder(facts, options);

    expect(others).toEqual([]);
    expect(violation).toMatchObject({
      invariant: 'one-invoice',
      orderId: facts.orderId,
      orderNumber: 'ORD-20261120-00001',
      message: expect.stringContaining('is noted and missing'),
      remedy: `pnpm replay --order ${facts.orderId} --effect pdf --again`,
    });
  });
});

describe('work that may still be under way', () => {
  const facts = factsAfter();
  const minutesAfter = (minutes: number) => ({
    now: new Date(Date.parse('2026-11-20T09:30:00.000Z') + minutes * 60_000),
  });

  test('is no violation for ninety minutes', () => {
    const inTime = minutesAfter(89);

    expect(auditOrder(facts, inTime)).toEqual([]);
    expect(unfinishedIn(facts, inTime)).toMatchObject([{ invariant: 'settled-stage' }]);
  });

  test('is a violation from then on', () => {
    const late = minutesAfter(90);

    expect(auditOrder(facts, late)).toMatchObject([{ invariant: 'settled-stage' }]);
    expect(unfinishedIn(facts, late)).toEqual([]);
  });

  test('has as long as the caller says', () => {
    expect(auditOrder(facts, { ...minutesAfter(11), settleMinutes: 10 })).toHaveLength(1);
  });

  test('has ended when its message was given up: it lies among the dead letters', () => {
    const waiting = [{ queue: 'record-creator', deadLetter: true, reason: 'CART_UNAVAILABLE' }];
    const givenUp = { ...facts, waiting };

    expect(auditOrder(givenUp, minutesAfter(1))).toMatchObject([
      { invariant: 'settled-stage', heldBy: { reason: 'CART_UNAVAILABLE' } },
    ]);
    expect(unfinishedIn(givenUp, minutesAfter(1))).toEqual([]);
  });

  test('has less time where less is needed: a minute for an invoice that is noted and missing', () => {
    const gone = { ...factsAfter('record'), invoices: [] };

    expect(unfinishedIn(gone, minutesAfter(0.9))).toMatchObject([{ invariant: 'one-invoice' }]);
    expect(auditOrder(gone, minutesAfter(0.9))).toEqual([]);
    expect(auditOrder(gone, minutesAfter(1))).toMatchObject([{ invariant: 'one-invoice' }]);
    expect(auditOrder(gone, { ...minutesAfter(0.9), settleMinutes: 0 })).toHaveLength(1);
  });

  test('does not excuse what is wrong however young it is', () => {
    const unnumbered = withOrder(factsAfter('record'), (order) => ({ ...order, version: 7 }));

    expect(auditOrder(unnumbered, minutesAfter(1))).toMatchObject([
      { invariant: 'status-history' },
    ]);
  });
});

describe('the invariants', () => {
  test('are all those of the folder', async () => {
    const files = await readdir(new URL('./invariants', import.meta.url));

    const names = files.filter((file) => !file.endsWith('.test.ts'));
    expect(orderInvariants.map(({ name }) => `${name}.ts`).toSorted()).toEqual(names.toSorted());
  });

  test('have names of their own and a promise in one sentence', () => {
    const names = orderInvariants.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    for (const { promise } of orderInvariants) expect(promise).toMatch(/^[A-Z][^.]*\.$/);
  });
});
