import { describe, expect, test } from '@jest/globals';
import {
  aLinkKey,
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  anEvent,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import type { Order } from '@bbws/domain/order';
import { customerMail } from './customer-mail.ts';

const mailOf = (subject: string) => ({ subject, html: '', text: '' });
const writers = {
  confirmation: async (_: unknown, linkKey?: string) =>
    mailOf(linkKey === undefined ? 'confirmation' : `confirmation with ${linkKey}`),
  rejected: async () => mailOf('rejected'),
  statusUpdate: async (_: unknown, { status }: { status: string }) => mailOf(`now ${status}`),
};

/** The order as it is stored, without a link key. */
const stored = (order: Order) => ({ order, outbox: [] });

/** A recorded order that went through these statuses, its versions 1, 2, 3 and so on. */
const orderThrough = (...statuses: string[]) =>
  aRecordedOrder({
    status: statuses.at(-1),
    version: statuses.length,
    statusHistory: statuses.map((status, index) => ({
      status,
      at: sampleTime,
      by: 'user-sample',
      version: index + 1,
      writeId: sampleWriteId,
    })),
  });

const changedAt = (orderVersion: number) => anEvent('order.status-changed', { orderVersion });

/** What is due, with its mail written. */
const dueMail = async (
  ...args: [Parameters<typeof customerMail>[1], Parameters<typeof customerMail>[2]]
) => {
  const due = customerMail(writers, ...args);
  return due && { effect: due.effect, mail: await due.write?.() };
};

describe('The mail to the customer', () => {
  test('confirms a recorded order', async () => {
    const due = await dueMail(stored(aRecordedOrder()), anEvent('order.recorded'));

    expect(due).toMatchObject({
      effect: { name: 'customer-recorded' },
      mail: { subject: 'confirmation' },
    });
  });

  test('is given the key for the link to the invoice', async () => {
    const recorded = { ...stored(aRecordedOrder()), linkKey: aLinkKey() };

    const due = await dueMail(recorded, anEvent('order.recorded'));

    expect(due).toMatchObject({ mail: { subject: `confirmation with ${aLinkKey()}` } });
  });

  test('tells of a rejection', async () => {
    const due = await dueMail(stored(aRejectedOrder()), anEvent('order.rejected'));

    expect(due).toMatchObject({
      effect: { name: 'customer-rejected' },
      mail: { subject: 'rejected' },
    });
  });

  test('tells of a new status, once per version', async () => {
    const order = orderThrough('pending', 'pending', 'paid');

    const due = await dueMail(stored(order), changedAt(3));

    expect(due).toMatchObject({
      effect: { name: 'customer-status', version: 3 },
      mail: { subject: 'now paid' },
    });
  });

  test('is left out when the status has changed since', async () => {
    const order = orderThrough('pending', 'pending', 'paid', 'processing');

    const due = await dueMail(stored(order), changedAt(3));

    expect(due).toMatchObject({ effect: { version: 3 }, mail: undefined });
  });

  test('does not tell of payment details alone', () => {
    const order = orderThrough('pending', 'pending', 'paid', 'paid');

    expect(customerMail(writers, stored(order), changedAt(4))).toBeUndefined();
  });

  test.each([
    ['pending', 'pending'],
    ['pending', 'pending', 'paid', 'processing'],
    ['pending', 'failed', 'pending', 'pending', 'paid'],
  ])(
    'does not tell of the completion as a change: the invoice is rendered again by that (%s, %s …)',
    (...statuses) => {
      const completion = statuses.includes('failed') ? 4 : 2;
      const event = anEvent('order.status-changed', {
        orderVersion: completion,
        paymentChanged: true,
      });

      expect(customerMail(writers, stored(orderThrough(...statuses)), event)).toBeUndefined();
    },
  );

  test('waits for the version of its fact', () => {
    const order = orderThrough('pending', 'pending');

    expect(() => customerMail(writers, stored(order), changedAt(3))).toThrow(
      'does not have that version',
    );
  });

  test('waits until the order is completed', () => {
    const event = anEvent('order.recorded');

    expect(() => customerMail(writers, stored(anAcceptedOrder()), event)).toThrow(
      'is not completed',
    );
  });
});
