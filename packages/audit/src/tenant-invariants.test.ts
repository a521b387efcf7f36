import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId, sampleOrderId } from '@bbws/domain/testing/builders';
import { receivesExhausted, snsDeliveryFailed } from '@bbws/operator/dead-letters/reason-of';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { DeadLetter } from './dead-letter.ts';
import { auditTenant, tenantInvariants, type TenantFacts } from './tenant-invariants.ts';

const idOf = (digit: number): OrderId =>
  v.parse(OrderId, sampleOrderId.replace(/^./, String(digit)));

const anOrder = (orderNumber: string, dateCreated = '2026-11-20T09:30:00.000Z', digit = 0) => ({
  id: idOf(digit),
  orderNumber,
  dateCreated,
});

const factsOf = (changes: Partial<TenantFacts> = {}): TenantFacts => ({
  tenantId: aTenantId(),
  timeZone: 'Africa/Johannesburg',
  orders: [],
  deadLetters: [],
  ...changes,
});

describe('the numbers of a tenant', () => {
  test.each([
    ['ORD-20261120-00001'],
    ['ORD-20261120-99999'],
    ['ORD-20261120-100000'],
    ['ORD-20261120-E00001'],
  ])('may be %s', (orderNumber) => {
    expect(auditTenant(factsOf({ orders: [anOrder(orderNumber)] }))).toEqual([]);
  });

  test.each([
    ['ORD-20261120-00000'],
    ['ORD-20261120-E00000'],
    ['ORD-20261120-000001'],
    ['ORD-20261120-001'],
    ['ORD-20261120-ee00001'],
  ])('are never %s', (orderNumber) => {
    expect(auditTenant(factsOf({ orders: [anOrder(orderNumber)] }))).toEqual([
      {
        invariant: 'number-of-its-day',
        orderId: idOf(0),
        orderNumber,
        message: `${orderNumber} is no number that is given.`,
      },
    ]);
  });

  test('are unique: each of two orders is named', () => {
    const orders = [1, 2, 3].map((digit) =>
      anOrder(`ORD-20261120-0000${(digit % 2) + 1}`, undefined, digit),
    );

    expect(auditTenant(factsOf({ orders }))).toMatchObject([
      { invariant: 'unique-numbers', orderId: idOf(1) },
      { invariant: 'unique-numbers', orderId: idOf(3) },
    ]);
  });

  test('have the day on which the order was created, where the business is', () => {
    const lateInTheEvening = '2026-11-20T22:00:00.000Z';
    const orders = [
      anOrder('ORD-20261121-00001', lateInTheEvening, 1),
      anOrder('ORD-20261120-00001', lateInTheEvening, 2),
    ];

    expect(auditTenant(factsOf({ orders }))).toMatchObject([
      { orderId: idOf(2), message: 'ORD-20261120-00001 was given on 2026-11-21.' },
    ]);
  });
});

describe('a dead letter', () => {
  const aDeadLetter = (changes: Partial<DeadLetter> = {}): DeadLetter => ({
    messageId: 'message-1',
    queue: 'pdf',
    eventType: 'order.recorded',
    tenantId: aTenantId(),
    orderId: idOf(0),
    reason: 'RENDER_FAILED',
    ...changes,
  });

  test.each([['RENDER_FAILED'], [receivesExhausted], [snsDeliveryFailed]])(
    'with a code is no violation: %s',
    (reason) => {
      expect(auditTenant(factsOf({ deadLetters: [aDeadLetter({ reason })] }))).toEqual([]);
    },
  );

  test.each([['it?did?not?work'], ['thandi.sample@example.com is away'], ['render_failed']])(
    'whose reason is prose (%s) is one, and the prose is not repeated',
    (reason) => {
      expect(auditTenant(factsOf({ deadLetters: [aDeadLetter({ reason })] }))).toEqual([
        {
          invariant: 'dead-letter-reason',
          orderId: idOf(0),
          message:
            'order.recorded is in the dead-letter queue of pdf with a reason that is no code.',
          remedy: 'pnpm dlq redrive --queue pdf',
        },
      ]);
    },
  );

  test('of another tenant is not this one’s', () => {
    const deadLetters = [aDeadLetter({ tenantId: aTenantId('tenant-other'), reason: 'prose' })];

    expect(auditTenant(factsOf({ deadLetters }))).toEqual([]);
  });
});

test('the invariants of a tenant have names of their own and a promise in one sentence', () => {
  expect(new Set(tenantInvariants.map(({ name }) => name)).size).toBe(tenantInvariants.length);
  for (const { promise } of tenantInvariants) expect(promise).toMatch(/^[A-Z][^.]*\.$/);
});
