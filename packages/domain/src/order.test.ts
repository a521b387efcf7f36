import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { Actor, InvoiceNote, Order, StatusChange, Version } from './order.ts';
import { orderStatuses } from './order-status.ts';
import {
  aCampaign,
  anAcceptedOrder,
  aPayment,
  aRecordedOrder,
  aRejectedOrder,
  sampleTime,
  sampleWriteId,
} from './testing/builders.ts';

const stages = [
  { stage: 'accepted', order: anAcceptedOrder() },
  { stage: 'recorded', order: aRecordedOrder() },
  { stage: 'rejected', order: aRejectedOrder() },
];
const note = {
  key: 'tenant-sample/orders/order_1.pdf',
  sha256: 'a'.repeat(64),
  renderedAt: sampleTime,
  orderVersion: 2,
  writeId: sampleWriteId,
};

describe.each(stages)('an order that is $stage', ({ order }) => {
  test('fits the schema of an order', () => {
    const read = v.parse(Order, order);

    expect(read).toEqual(order);
  });

  test('is read without the fields that are not known', () => {
    const stored = { ...order, PK: 'TENANT#tenant-sample', cardNumber: '4111111111111111' };

    const read = v.parse(Order, stored);

    expect(read).toEqual(order);
  });

  test.each([
    'id',
    'orderNumber',
    'tenantId',
    'customerEmail',
    'cartId',
    'billingAddress',
    'version',
    'statusHistory',
    'dateCreated',
    'dateLastUpdated',
    'lastUpdatedBy',
    'active',
    'status',
    'stage',
  ])('needs its %s', (field) => {
    const incomplete = { ...order, [field]: undefined };

    const accepted = v.is(Order, incomplete);

    expect(accepted).toBe(false);
  });

  test.each([
    ['id', 'not-a-uuid'],
    ['orderNumber', 'ORD-1'],
    ['tenantId', 'tenant#other'],
    ['customerEmail', 'a@example.com,b@example.com'],
    ['customerName', ''],
    ['customerName', 'x'.repeat(101)],
    ['customerName', '4111111111111111'],
    ['customerVatNumber', 'x'.repeat(21)],
    ['campaignCode', 'SPRING 26'],
    ['version', 0],
    ['statusHistory', []],
    ['statusHistory', Array(101).fill(order.statusHistory[0])],
    ['dateCreated', '2026-11-20'],
    ['dateLastUpdated', '2026-11-20T11:30:00+02:00'],
    ['lastUpdatedBy', ''],
    ['active', 'true'],
    ['customerEmailRefusedAt', '2026-11-20T11:30:00+02:00'],
    ['customerEmailRefusedAt', null],
    ['stage', 'lost'],
  ])('is refused when its %s is %j', (field, value) => {
    const wrong = { ...order, [field]: value };

    const accepted = v.is(Order, wrong);

    expect(accepted).toBe(false);
  });

  test('may have the time at which the customer’s address was refused', () => {
    const read = v.parse(Order, { ...order, customerEmailRefusedAt: sampleTime });

    expect(read).toEqual({ ...order, customerEmailRefusedAt: sampleTime });
  });

  test('may have the customer’s VAT number', () => {
    const read = v.parse(Order, { ...order, customerVatNumber: '4123456789' });

    expect(read).toEqual({ ...order, customerVatNumber: '4123456789' });
  });

  test('may lack the customer’s name, VAT number and a campaign code', () => {
    const optional = ['customerName', 'customerVatNumber', 'campaignCode'];
    const fields = Object.entries(order).filter(([name]) => !optional.includes(name));

    const accepted = v.is(Order, Object.fromEntries(fields));

    expect(accepted).toBe(true);
  });
});

test.each(orderStatuses.filter((status) => status !== 'pending'))(
  'an accepted order is never %s',
  (status) => {
    const accepted = v.is(Order, { ...anAcceptedOrder(), status });

    expect(accepted).toBe(false);
  },
);

test.each(orderStatuses.filter((status) => status !== 'failed'))(
  'a rejected order is never %s',
  (status) => {
    const accepted = v.is(Order, { ...aRejectedOrder(), status });

    expect(accepted).toBe(false);
  },
);

test('a rejected order needs its reason', () => {
  const order = { ...aRejectedOrder(), rejection: undefined };

  const accepted = v.is(Order, order);

  expect(accepted).toBe(false);
});

describe('a recorded order', () => {
  test.each(orderStatuses)('may be %s', (status) => {
    const accepted = v.is(Order, { ...aRecordedOrder(), status });

    expect(accepted).toBe(true);
  });

  test('may have a payment, an invoice and a campaign', () => {
    const parts = { paymentDetails: aPayment(), pdf: note, campaign: aCampaign() };

    const read = v.parse(Order, { ...aRecordedOrder(), ...parts });

    expect(read).toMatchObject(parts);
  });

  test.each(['items', 'subtotal', 'discount', 'shipping', 'tax', 'total', 'currency'])(
    'needs its %s',
    (field) => {
      const accepted = v.is(Order, { ...aRecordedOrder(), [field]: undefined });

      expect(accepted).toBe(false);
    },
  );

  test('has 1 to 100 lines', () => {
    const [line] = aRecordedOrder().items;
    const orders = [0, 1, 100, 101].map((length) => ({
      ...aRecordedOrder(),
      items: Array.from({ length }, () => line),
    }));

    const accepted = orders.map((order) => v.is(Order, order));

    expect(accepted).toEqual([false, true, true, false]);
  });

  test.each([
    ['total', 250.5],
    ['total', -1],
    ['currency', 'XXX'],
    ['paymentDetails', { ...aPayment(), paidAt: 'yesterday' }],
    ['campaign', { ...aCampaign(), discountPercentage: 101 }],
    ['pdf', { ...note, sha256: 'abc' }],
  ])('is refused when its %s is %j', (field, value) => {
    const accepted = v.is(Order, { ...aRecordedOrder(), [field]: value });

    expect(accepted).toBe(false);
  });
});

test.each([0, -1, 1.5, 2 ** 53, '1'])('%p is no version', (value) => {
  const accepted = v.is(Version, value);

  expect(accepted).toBe(false);
});

test('whoever makes a change has a name of 1 to 128 characters', () => {
  const lengths = [0, 1, 128, 129];

  const accepted = lengths.map((length) => v.is(Actor, 'x'.repeat(length)));

  expect(accepted).toEqual([false, true, true, false]);
});

test.each(['status', 'at', 'by', 'version', 'writeId'])(
  'an entry of the history needs its %s',
  (field) => {
    const [entry] = anAcceptedOrder().statusHistory;

    const accepted = v.is(StatusChange, { ...entry, [field]: undefined });

    expect(accepted).toBe(false);
  },
);

test.each(['key', 'sha256', 'renderedAt', 'orderVersion'])(
  'the note of an invoice needs its %s',
  (field) => {
    const incomplete = { ...note, [field]: undefined };

    const accepted = v.is(InvoiceNote, incomplete);

    expect(accepted).toBe(false);
  },
);
