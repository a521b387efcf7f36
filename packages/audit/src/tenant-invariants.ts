/** What is promised of the orders of a tenant's day together. */
import type { TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { dayIn } from '@bbws/domain/time-zone';
import type { Violation } from './audit-order.ts';
import type { DeadLetter } from './dead-letter.ts';

export type TenantFacts = {
  readonly tenantId: TenantId;
  /** The orders of whole days: two of one number have the same day. */
  readonly orders: readonly Pick<Order, 'id' | 'orderNumber' | 'dateCreated'>[];
  readonly deadLetters: readonly DeadLetter[];
  /** The business time zone. */
  readonly timeZone: string;
};

export type TenantInvariant = {
  readonly name: string;
  readonly promise: string;
  /** What a real account shows of it, which has no inbox and no list of what was answered; all of it when missing. */
  readonly seenInAccounts?: string;
  readonly check: (facts: TenantFacts) => readonly Omit<Violation, 'invariant'>[];
};

const uniqueNumbers: TenantInvariant = {
  name: 'unique-numbers',
  promise: 'No two orders of a tenant have the same number.',
  check: ({ orders }) =>
    [...Map.groupBy(orders, ({ orderNumber }) => orderNumber)]
      .filter(([, same]) => same.length > 1)
      .flatMap(([orderNumber, same]) =>
        same.map(({ id }) => ({
          orderId: id,
          orderNumber,
          message: `${same.length} orders have the number ${orderNumber}.`,
        })),
      ),
};

/** The day and the sequence of a number: five digits at least, and more only when they are needed. */
const numberForm = /^ORD-(\d{4})(\d\d)(\d\d)-[A-Z]?(?:\d{5}|[1-9]\d{5,})$/;

const numberOfItsDay: TenantInvariant = {
  name: 'number-of-its-day',
  promise:
    'The number of an order names the day on which it was created, in the business time zone, and counts from 00001.',
  check: ({ orders, timeZone }) =>
    orders.flatMap(({ id: orderId, orderNumber, dateCreated }) => {
      const [, year = '', month = '', day = ''] = numberForm.exec(orderNumber) ?? [];
      const created = dayIn(timeZone, new Date(dateCreated));
      if (year === '' || /-[A-Z]?0+$/.test(orderNumber))
        return [{ orderId, orderNumber, message: `${orderNumber} is no number that is given.` }];
      return created === `${year}-${month}-${day}`
        ? []
        : [{ orderId, orderNumber, message: `${orderNumber} was given on ${created}.` }];
    }),
};

const deadLettersHaveReasons: TenantInvariant = {
  name: 'dead-letter-reason',
  promise: 'Every message that a function puts aside has a reason: a code, and nothing personal.',
  seenInAccounts:
    'that a reason is a code, not that one is missing: those that SQS moves have none',
  check: ({ tenantId, deadLetters }) =>
    deadLetters
      .filter((letter) => letter.tenantId === tenantId)
      .flatMap(({ orderId, queue, eventType = 'A message', reason = '' }) => {
        // One without any is not told from one that SQS moved: its reason is read as RECEIVES_EXHAUSTED.
        if (/^[A-Z][A-Z0-9_]*$/.test(reason)) return [];
        const message = `${eventType} is in the dead-letter queue of ${queue} with a reason that is no code.`;
        return [{ orderId, message, remedy: `pnpm dlq redrive --queue ${queue}` }];
      }),
};

export const tenantInvariants: readonly TenantInvariant[] = [
  uniqueNumbers,
  numberOfItsDay,
  deadLettersHaveReasons,
];

/** What is wrong with the tenant's orders as a whole. */
export const auditTenant = (facts: TenantFacts): Violation[] =>
  tenantInvariants.flatMap(({ name, check }) =>
    check(facts).map((violation) => ({ ...violation, invariant: name })),
  );
