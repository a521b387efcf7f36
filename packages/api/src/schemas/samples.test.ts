import { describe, expect, test } from '@jest/globals';
import {
  acceptanceExample,
  changedOrderExample,
  createOrderExample,
  invoiceExample,
  orderExample,
  orderPageExample,
  updateOrderExample,
} from './samples.ts';

describe.each([
  ['recorded', orderExample],
  ['changed', changedOrderExample],
])('the sample of an order as %s', (_, order) => {
  test('is in the state of the last entry of its history', () => {
    const { status, version, dateLastUpdated: at, lastUpdatedBy: by } = order;

    expect(order.statusHistory.at(-1)).toEqual({ status, version, at, by });
  });

  test('has an entry for each version, one after the other, from its creation on', () => {
    const versions = order.statusHistory.map(({ version }) => version);
    const times = order.statusHistory.map(({ at }) => at);

    expect(versions).toEqual(versions.map((__, index) => index + 1));
    expect(times).toEqual(times.toSorted());
    expect(times[0]).toBe(order.dateCreated);
  });

  test('has sums that add up', () => {
    const { subtotal, discount, shipping, tax, total } = order;

    expect(order.items.reduce((sum, line) => sum + line.subtotal, 0)).toBe(subtotal);
    expect(subtotal - discount + shipping + tax).toBeCloseTo(total, 2);
  });

  test('says what the request said', () => {
    expect(order).toMatchObject(createOrderExample);
  });
});

describe('the samples', () => {
  test('pay the order before they say so', () => {
    const { paidAt } = updateOrderExample.paymentDetails;

    expect(changedOrderExample).toMatchObject(updateOrderExample);
    expect(new Date(paidAt).toISOString()).toBe(paidAt);
    expect(paidAt < changedOrderExample.dateLastUpdated).toBe(true);
  });

  test('tell of one order', () => {
    const { id, orderNumber, status, total, currency, dateCreated, version } = orderExample;

    expect(acceptanceExample).toMatchObject({ orderId: id, orderNumber });
    expect(orderPageExample.orders).toEqual([
      { id, orderNumber, status, total, currency, dateCreated },
    ]);
    expect(invoiceExample.orderVersion).toBe(version);
  });
});
