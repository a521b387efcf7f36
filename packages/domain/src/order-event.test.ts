import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { OrderEvent, schemaVersion } from './order-event.ts';
import { anEvent } from './testing/builders.ts';

const types = [
  'order.accepted',
  'order.recorded',
  'order.rejected',
  'order.status-changed',
] as const;
const envelope = [
  'id',
  'type',
  'schemaVersion',
  'occurredAt',
  'tenantId',
  'orderId',
  'orderVersion',
  'correlationId',
];

describe.each(types)('%s', (type) => {
  test('is an event', () => {
    const event = anEvent(type);

    const read = v.parse(OrderEvent, event);

    expect(read).toEqual(event);
  });

  test('is read without the fields that are not known', () => {
    const event = { ...anEvent(type), customerEmail: 'thandi.sample@example.com' };

    const read = v.parse(OrderEvent, event);

    expect(read).toEqual(anEvent(type));
  });

  test.each(envelope)('needs its %s', (field) => {
    const event = { ...anEvent(type), [field]: undefined };

    const accepted = v.is(OrderEvent, event);

    expect(accepted).toBe(false);
  });

  test.each([0, 2, '1', null])('is refused with the schema version %p', (version) => {
    const event = { ...anEvent(type), schemaVersion: version };

    const accepted = v.is(OrderEvent, event);

    expect(accepted).toBe(false);
  });

  test.each([
    ['id', 'x'],
    ['occurredAt', '2026-11-20T11:30:00+02:00'],
    ['tenantId', 'tenant#other'],
    ['orderId', '../order'],
    ['orderVersion', 0],
    ['correlationId', 'a\nb'],
  ])('is refused when its %s is %j', (field, value) => {
    const event = { ...anEvent(type), [field]: value };

    const accepted = v.is(OrderEvent, event);

    expect(accepted).toBe(false);
  });
});

describe('an event', () => {
  test('says nothing of a person', () => {
    const event = anEvent('order.accepted');

    const fields = Object.keys(event);

    expect(fields.toSorted()).toEqual(envelope.toSorted());
  });

  test('of a new status says whether the payment changed', () => {
    const event = { ...anEvent('order.status-changed'), paymentChanged: undefined };

    const accepted = v.is(OrderEvent, event);

    expect(accepted).toBe(false);
  });

  test.each(['order.deleted', 'toString', '__proto__', '', undefined])(
    'is not of type %p',
    (type) => {
      const event = { ...anEvent('order.recorded'), type };

      const accepted = v.is(OrderEvent, event);

      expect(accepted).toBe(false);
    },
  );

  test('is written with the schema version that is understood', () => {
    const event = anEvent('order.recorded');

    const version = event.schemaVersion;

    expect(version).toBe(schemaVersion);
  });
});
